//! Reading aloud: what is said, in which order, and who is in charge.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::access::has_no_barriers;
use crate::harness::{Course, Lesson, Look, Question, Screen, Workshop};
use crate::keyboard::tab_to;
use crate::samples::drink_coffee;

/// A device with four voices. `spoken` holds all that it was asked to say; a sentence is
/// at its end when the test says so, by `said()`.
pub const VOICES: &str = "(() => {
    const voice = (name, lang, localService) =>
        ({ name, lang, localService, default: name === 'Ada', voiceURI: 'urn:' + name });
    const known = [voice('Cloud', 'en-US', false), voice('Ada', 'en-US', true), voice('Grace', 'en-GB', true), voice('Petra', 'de-DE', true)];
    const speech = new EventTarget();
    let speaking = null;
    Object.assign(window, { spoken: [], voices: known });
    speech.getVoices = () => window.voices;
    speech.speak = utterance => { speaking = utterance; window.spoken.push(utterance); };
    speech.cancel = () => {
        const broken = speaking;
        speaking = null;
        sessionStorage.silent = location.pathname;
        if (broken) setTimeout(() => broken.onerror?.({ type: 'error', error: 'interrupted', target: broken }));
    };
    window.said = (type = 'end') => {
        const ended = speaking;
        speaking = null;
        ended?.['on' + type]({ type, target: ended });
    };
    window.isSpeaking = () => speaking !== null;
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})();";

fn talk() -> Course {
    let question = Question::quiz("drink", "What do you drink?")
        .wrong("{#tea} Tea", "Leaves in hot water.")
        .right("{#coffee} Coffee", "Beans in hot water.")
        .part("hint", "It keeps you awake.")
        .part("why", "Beans win every time.");
    let lesson = Lesson::new("talk", "A short talk")
        .text("It is *easy*. Dr. Who says so, too: see [DSC-1].[^1]")
        .text("## Two things")
        .text("- First, listen.\n- Then speak.\n\n[^1]: Only a footnote.")
        .text("<details><summary>More</summary>Hidden for now.</details>")
        .ask(question)
        .text(&"## Much later\n\nThe end is near.\n\n---\n".repeat(6));
    Course::new()
        .lesson("01-start/01-talk.md", lesson)
        .lesson("01-start/02-next.md", Lesson::new("next", "The next one").text("Nothing more."))
}

const TALK: &str = "start/talk.html";

fn listen(screen: &Screen) {
    screen.before_each_page(VOICES);
    screen.open(TALK);
    screen.button("Read aloud").click();
    screen.wait_for_script("the title is read", "return window.spoken.at(-1)?.text === 'A short talk'");
}

fn spoken(screen: &Screen) -> Vec<String> {
    let spoken = screen.script("return window.spoken.map(utterance => utterance.text)");
    spoken.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn says(screen: &Screen, sentence: &str) {
    screen.wait_until(&format!("“{sentence}” is read"), || {
        spoken(screen).last().is_some_and(|last| last == sentence)
    });
}

fn marked(screen: &Screen) -> Value {
    screen.script("return [...CSS.highlights.get('spoken') ?? []].map(String).join('|')")
}

/// Ends the sentence that is being said.
fn said(screen: &Screen) {
    screen.script("window.said()");
}

#[test]
fn a_lesson_is_read_in_order_without_answers_and_marked_sentence_by_sentence() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    listen(screen);
    for _ in 0..60 {
        if screen.script("return window.isSpeaking()") == false {
            break;
        }
        assert_eq!(marked(screen), spoken(screen).last().expect("a sentence").as_str());
        let in_view = "const box = [...CSS.highlights.get('spoken')][0].getBoundingClientRect();
                       return box.top >= 0 && box.bottom <= document.querySelector('.reading-bar').getBoundingClientRect().top";
        screen.wait_for_script("the sentence is in view", in_view);
        said(screen);
    }
    let spoken = spoken(screen);
    let start = [
        "A short talk",
        "It is easy.",
        "Dr.",
        "Who says so, too: see DSC-1.",
        "Two things",
        "First, listen.",
        "Then speak.",
        "What do you drink?",
        "Choose one",
        "Tea",
        "Coffee",
        "Much later",
        "The end is near.",
    ];
    // Where an abbreviation ends a sentence, the browser decides.
    let joined = |words: &[&str]| words.join(" ");
    let all: Vec<&str> = spoken.iter().map(String::as_str).collect();
    assert!(joined(&all).starts_with(&joined(&start)), "{spoken:#?}");
    assert_eq!(spoken.last().map(String::as_str), Some("The end is near."));
    assert!(spoken.len() > 20, "{spoken:#?}");
    screen.group("Reading aloud").is_gone();
    screen.button("Read aloud").has_focus();
    assert_eq!(marked(screen), "");
}

#[test]
fn the_answer_and_its_reasons_are_not_read() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    screen.before_each_page(VOICES);
    screen.open(TALK);
    drink_coffee(screen);
    screen.region("What do you drink?").disclosure("All options and their reasons").click();
    screen.button("Read aloud").click();
    for _ in 0..60 {
        said(screen);
    }
    let spoken = spoken(screen).join("\n");
    assert!(spoken.contains("Coffee"), "{spoken}");
    for silent in
        ["hot water", "Right", "Beans", "Hidden", "footnote", "minutes", "Bookmark", "My notes", "Next"]
    {
        assert!(!spoken.contains(silent), "“{silent}” is read: {spoken}");
    }
}

#[test]
fn of_each_kind_of_question_is_read_what_can_be_answered() {
    let lesson = "---\nid: talk\ntitle: A short talk\nminutes: 2\n---\n\n\
        ## First steps {#steps .quiz .order}\n\nPut the kettle first.\n\n1. Boil the water\n2. Pour the tea\n\n\
        ## Pairs {#pairs .quiz .match}\n\n| Plant | Drink |\n|---|---|\n| Bean | Coffee |\n| Leaf | Tea |\n\n\
        ## In a word {#word .quiz .text}\n\nWhat do you pour?\n\n- [x] milk\n- [ ] ink\n  > For pens.\n";
    let workshop = Workshop::of(&Course::new().file("01-start/01-talk.md", lesson));
    let screen = &workshop.visit();
    listen(screen);
    for _ in 0..40 {
        said(screen);
    }
    let spoken = spoken(screen);
    let words =
        ["First steps", "Put the kettle first.", "Boil the water", "Pour the tea", "Pairs", "Bean", "Leaf"];
    for word in words.iter().chain(&["In a word", "What do you pour?"]) {
        assert_eq!(spoken.iter().filter(|said| said == word).count(), 1, "{word}: {spoken:#?}");
    }
    for silent in ["milk", "ink", "Sure", "Unsure", "Move up", "Check", "Choose …"] {
        assert!(!spoken.iter().any(|said| said == silent), "{silent}: {spoken:#?}");
    }
}

#[test]
fn a_pause_is_silent_and_resume_begins_the_sentence_again() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    listen(screen);
    said(screen);
    says(screen, "It is easy.");
    let bar = screen.group("Reading aloud");
    bar.button("Pause").click();
    bar.button("Resume").appears();
    assert_eq!(screen.script("return window.isSpeaking()"), false);
    assert_eq!(marked(screen), "It is easy.");
    let so_far = spoken(screen).len();
    bar.button("Resume").click();
    bar.button("Pause").appears();
    assert_eq!(spoken(screen)[so_far..], ["It is easy."]);
}

#[test]
fn sentences_are_gone_through_back_and_forth() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    listen(screen);
    let bar = screen.group("Reading aloud");
    bar.button("Next sentence").click();
    says(screen, "It is easy.");
    bar.button("Previous sentence").click();
    says(screen, "A short talk");
    bar.button("Previous sentence").click();
    bar.button("Pause").click();
    bar.button("Next sentence").click();
    screen.wait_until("the mark moves", || marked(screen) == "It is easy.");
    assert_eq!(screen.script("return window.isSpeaking()"), false);
    bar.button("Resume").click();
    says(screen, "It is easy.");
}

#[test]
fn stop_is_silent_and_the_focus_is_back_at_the_button() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    listen(screen);
    screen.group("Reading aloud").button("Stop").click();
    screen.group("Reading aloud").is_gone();
    screen.button("Read aloud").has_focus();
    assert_eq!(screen.script("return window.isSpeaking()"), false);
    assert_eq!(marked(screen), "");
}

#[test]
fn leaving_the_page_is_silent() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    listen(screen);
    screen.script("delete sessionStorage.silent");
    screen.link("Policy").follow();
    let silent = screen.script("return sessionStorage.silent ?? ''");
    assert!(silent.as_str().is_some_and(|path| path.ends_with(TALK)), "{silent}");
    screen.go_back();
    screen.button("Read aloud").appears();
    assert!(!screen.group("Reading aloud").is_there());
}

#[test]
fn reading_goes_on_while_another_tab_is_looked_at() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    listen(screen);
    let talk = screen.tab();
    screen.new_tab();
    screen.look_at(&talk);
    said(screen);
    says(screen, "It is easy.");
}

#[test]
fn a_device_without_a_voice_says_what_to_do() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    screen.before_each_page(VOICES);
    screen.open(TALK);
    screen.script("window.voices = window.voices.filter(voice => voice.lang === 'de-DE')");
    screen.button("Read aloud").click();
    screen.says("This device has no voice for English.");
    assert!(spoken(screen).is_empty());
    has_no_barriers(screen);
}

#[test]
fn an_online_voice_is_never_taken_unasked() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    screen.before_each_page(VOICES);
    screen.open(TALK);
    screen.script("window.voices = window.voices.filter(voice => !voice.localService)");
    screen.button("Read aloud").click();
    screen.says("or choose an online voice under Preferences");
    assert!(spoken(screen).is_empty());
    screen.script(r#"localStorage['workshop/preferences'] = '{"form":1,"voice":"urn:Cloud"}'"#);
    screen.button("Read aloud").click();
    says(screen, "A short talk");
    screen.says_nothing_of("This device has no voice");
}

#[test]
fn voices_that_come_late_are_waited_for() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    screen.before_each_page(VOICES);
    screen.open(TALK);
    screen.script("window.late = window.voices; window.voices = []");
    screen.button("Read aloud").click();
    screen.script("window.voices = window.late; speechSynthesis.dispatchEvent(new Event('voiceschanged'))");
    says(screen, "A short talk");
    assert_eq!(spoken(screen).len(), 1);
}

#[test]
fn no_voices_at_all_are_not_waited_for_in_vain() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    screen.before_each_page(VOICES);
    screen.open(TALK);
    screen.script("window.voices = []");
    screen.button("Read aloud").click();
    screen.says("This device has no voice for English.");
}

#[test]
fn a_voice_that_fails_is_said() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    listen(screen);
    screen.script("window.said('error')");
    screen.says("The voice has stopped.");
    screen.group("Reading aloud").is_gone();
}

#[test]
fn speed_voice_and_language_are_as_preferred() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    screen.before_each_page(VOICES);
    screen.open(TALK);
    screen.script(r#"localStorage['workshop/preferences'] = '{"form":1,"speed":"0.8","voice":"urn:Grace"}'"#);
    screen.button("Read aloud").click();
    says(screen, "A short talk");
    let how = "const { lang, rate, voice } = window.spoken[0]; return [lang, Math.round(rate * 10) / 10, voice.name]";
    assert_eq!(screen.script(how), json!(["en", 0.8, "Grace"]));
}

#[test]
fn without_marks_or_sentences_a_lesson_is_read_all_the_same() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    screen.before_each_page(
        "delete window.Highlight; delete CSS.highlights; delete Intl.Segmenter; delete Intl.DisplayNames;",
    );
    listen(screen);
    said(screen);
    says(screen, "It is easy. Dr. Who says so, too: see DSC-1.");
}

#[test]
fn a_lesson_is_listened_to_with_the_keyboard_alone_and_without_chatter() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    screen.before_each_page(VOICES);
    screen.open(TALK);
    tab_to(screen, "button", "Read aloud");
    screen.script(
        "window.told = [];
         const note = changes => changes.forEach(change => window.told.push(change.target.textContent));
         const all = { childList: true, characterData: true, subtree: true };
         document.querySelectorAll('[role=status], [role=alert]').forEach(place => new MutationObserver(note).observe(place, all))",
    );
    screen.press(Key::Enter);
    screen.group("Reading aloud").button("Pause").has_focus();
    said(screen);
    says(screen, "It is easy.");
    screen.press(' ');
    screen.group("Reading aloud").button("Resume").has_focus();
    screen.press(' ');
    tab_to(screen, "button", "Next sentence");
    screen.press(Key::Enter);
    tab_to(screen, "button", "Stop");
    screen.press(Key::Enter);
    screen.button("Read aloud").has_focus();
    assert_eq!(screen.script("return window.told"), json!([]));
}

#[test]
fn the_bar_has_no_barriers() {
    let workshop = Workshop::of(&talk());
    let screen = &workshop.visit();
    listen(screen);
    said(screen);
    has_no_barriers(screen);
}
