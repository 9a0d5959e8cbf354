//! Ids: what one may look like, and the slug a text gets when nobody gave it one.

/// Whether `id` may name a lesson, module, question or option: letters and
/// digits in lower case, with single hyphens or underscores inside.
pub fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id.chars().all(|c| (c.is_alphanumeric() && !c.is_uppercase()) || c == '-' || c == '_')
        && id.starts_with(char::is_alphanumeric)
        && id.ends_with(char::is_alphanumeric)
}

/// Whether `id` is a clause id: LETTERS-NUMBER, as in `DSC-2`.
pub fn is_clause_id(id: &str) -> bool {
    id.split_once('-').is_some_and(|(letters, number)| {
        is_group_id(letters) && !number.is_empty() && number.chars().all(|c| c.is_ascii_digit())
    })
}

/// Whether `id` is the LETTERS of clause ids.
pub fn is_group_id(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|c| c.is_ascii_uppercase())
}

/// The id of a text: its letters and digits in lower case, the rest as single
/// hyphens, cut to 48 characters at a word's end. Empty when it holds neither.
pub fn slug(text: &str) -> String {
    const LONGEST: usize = 48;
    let mut slug = String::new();
    let words = text
        .split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’'))
        .map(|word| {
            word.to_lowercase()
                .chars()
                .filter(|c| c.is_alphanumeric() && !c.is_uppercase())
                .collect::<String>()
        })
        .filter(|word| !word.is_empty());
    for word in words {
        let length = slug.chars().count() + 1 + word.chars().count();
        if !slug.is_empty() && length > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(LONGEST));
    }
    slug
}

/// The id in a file or folder name: without its number and its ending.
pub fn from_file_name(name: &str) -> String {
    let stem = name.strip_suffix(".md").unwrap_or(name);
    let unnumbered =
        stem.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['-', '_', '.', ' ']);
    slug(if unnumbered.is_empty() { stem } else { unnumbered })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_of_files_are_no_part_of_their_id() {
        assert_eq!(from_file_name("01-why.md"), "why");
        assert_eq!(from_file_name("03-say-who-you-are"), "say-who-you-are");
        assert_eq!(from_file_name("2026.md"), "2026");
    }

    #[test]
    fn slugs_read_like_the_text() {
        assert_eq!(slug("DON'T post it!"), "dont-post-it");
        assert_eq!(slug("In my profile"), "in-my-profile");
        assert_eq!(slug("Überall größer"), "überall-größer");
        assert_eq!(slug("🚀"), "");
    }

    #[test]
    fn clause_ids_are_letters_hyphen_number() {
        assert!(is_clause_id("DSC-2"));
        for wrong in ["dsc-2", "DSC", "DSC-", "-2", "DSC-2a", "DSC 2"] {
            assert!(!is_clause_id(wrong), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_slug_is_an_id_or_empty(text in any::<String>()) {
            let slug = slug(&text);
            prop_assert!(slug.is_empty() || is_id(&slug), "{slug:?}");
        }
    }
}
