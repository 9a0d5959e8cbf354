//! Checked Markdown events as HTML: the only place where HTML for prose is made.
//!
//! Knows: links, images, clause links, glossary terms, footnotes, alerts, tables.
//! Does not know: what a lesson or a question is.

pub use super::escape::escape;
use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Alignment, BlockQuoteKind, CowStr, Event, LinkType, Tag, TagEnd};

use super::diagnostic::Report;
use super::glossary::TermFinder;
use super::html_tags::OpenTags;
use super::markdown::{Document, Heading, Placed, element, inner, plain_text};
use super::mistake::Mistake;
use super::model::{Html, Platform};
use super::source::{SourceFolder, Span};
use super::target::{Anchors, Target};
use super::{attributes, id, target, unread, variants};
use crate::words::EN;

/// What rendering must know of the rest of the course.
#[derive(Debug)]
pub struct Surroundings<'a> {
    pub folder: &'a SourceFolder,
    /// Address of each page, by the path of its file, seen from the site's root.
    pub addresses: BTreeMap<String, String>,
    /// Every clause id, and whether the clause protects the employee.
    pub clauses: BTreeMap<String, bool>,
    pub has_policy: bool,
    /// None where the course has no platforms.toml.
    pub platforms: Option<Vec<Platform>>,
    /// `YYYY-MM-DD`.
    pub today: String,
    pub terms: TermFinder,
}

/// Renders the parts of one page.
#[derive(Debug)]
pub struct Page<'a> {
    pub surroundings: &'a Surroundings<'a>,
    pub path: &'a str,
    pub text: &'a str,
    /// From this page to the site's root: empty or `../`.
    pub root: &'static str,
    pub report: Report<'a>,
    pub anchors: Anchors,
    /// Paths of the files that the page links to.
    pub assets: BTreeSet<String>,
    /// Trainer's notes of the question that is being read, a text for each step.
    pub notes: Vec<Vec<Html>>,
    /// Minutes that headings plan, by their ids.
    pub planned: BTreeMap<String, u32>,
    /// Id and place of each question.
    pub questions: Vec<(String, Span)>,
    pub variants: Vec<variants::WrittenVariant>,
    terms_used: BTreeSet<usize>,
    /// The labels of the footnotes that were referred to, in the order of their numbers.
    pub(super) footnotes: Vec<String>,
    footnote_labels: BTreeSet<String>,
    /// Where each id that an author gave stands.
    pub given_ids: BTreeMap<String, usize>,
}

impl<'a> Page<'a> {
    /// A page of which nothing is rendered yet.
    pub fn new(surroundings: &'a Surroundings<'a>, path: &'a str, text: &'a str, root: &'static str) -> Self {
        Self {
            surroundings,
            path,
            text,
            root,
            report: Report::on(path),
            anchors: Anchors::default(),
            assets: BTreeSet::new(),
            notes: Vec::new(),
            planned: BTreeMap::new(),
            questions: Vec::new(),
            variants: Vec::new(),
            terms_used: BTreeSet::new(),
            footnotes: Vec::new(),
            footnote_labels: BTreeSet::new(),
            given_ids: BTreeMap::new(),
        }
    }

    /// Tells which footnotes the page defines.
    pub fn expect_footnotes(&mut self, document: &Document) {
        self.footnote_labels = document.footnotes.iter().map(|(label, _, _)| label.clone()).collect();
    }

    /// Some events as HTML, with the first use of each glossary term as a link.
    pub fn prose(&mut self, events: &[Placed]) -> Html {
        Rendering::new(self, true).run(events)
    }

    /// Some events as HTML, without term links: options, feedback, posts.
    pub fn plain(&mut self, events: &[Placed]) -> Html {
        Rendering::new(self, false).run(events)
    }

    /// A heading as HTML; its id becomes an anchor of the page.
    pub fn heading(&mut self, heading: &Heading) -> Html {
        let (id, title) = self.heading_parts(heading);
        heading_html(heading.level, &id, &title)
    }

    /// The id of a heading, and its words.
    pub(super) fn heading_parts(&mut self, heading: &Heading) -> (String, Html) {
        (self.heading_id(heading), self.in_heading(heading))
    }

    /// Checks what stands in a heading that is shown as plain text.
    pub fn check_title(&mut self, heading: &Heading) {
        self.in_heading(heading);
    }

    /// What stands in a heading, without its own tags.
    pub(super) fn in_heading(&mut self, heading: &Heading) -> Html {
        Rendering { in_heading: true, ..Rendering::new(self, false) }.run(heading.content)
    }

    /// The id of a heading: the given one, or one made of its text.
    pub fn heading_id(&mut self, heading: &Heading) -> String {
        match &heading.id {
            Some(given) => self.anchors.take(given.clone()),
            None => self.anchors.take_free(&id::slug(&heading.plain_text())),
        }
    }
}

/// One run over some events of a page.
pub(super) struct Rendering<'p, 'a> {
    page: &'p mut Page<'a>,
    link_terms: bool,
    pub(super) tags: OpenTags,
    /// How many elements are open in which no term is linked.
    quiet: usize,
    in_code: bool,
    in_heading: bool,
    /// Options stand where no question is; what else is wrong with them comes from that.
    in_stray_options: bool,
    alignments: Vec<Alignment>,
    column: usize,
    in_table_head: bool,
}

impl<'p, 'a> Rendering<'p, 'a> {
    pub(super) fn new(page: &'p mut Page<'a>, link_terms: bool) -> Self {
        let tags = OpenTags::default();
        Self {
            page,
            link_terms,
            tags,
            quiet: 0,
            in_code: false,
            in_heading: false,
            in_stray_options: false,
            alignments: Vec::new(),
            column: 0,
            in_table_head: false,
        }
    }

    fn run(mut self, events: &[Placed]) -> Html {
        let mut out = Vec::with_capacity(events.len());
        self.read(events, &mut out);
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, out.into_iter());
        html.push_str(&self.finish());
        Html(html.trim().to_owned())
    }

    /// Ends what is still open.
    pub(super) fn finish(self) -> String {
        self.tags.finish(&mut self.page.report)
    }

    /// Adds some events, checked, as they are to be written.
    pub(super) fn read<'e>(&mut self, events: &[Placed<'e>], out: &mut Vec<Event<'e>>) {
        let mut index = 0;
        while index < events.len() {
            let (event, span) = &events[index];
            if let Event::Start(Tag::Image { dest_url, .. }) = event {
                let element = element(events, index);
                out.push(self.image(dest_url, inner(element), span));
                index += element.len();
                continue;
            }
            // One in a quote or a list: a page's own headings start sections.
            if let Event::Start(Tag::Heading { .. }) = event {
                let heading = Heading::new(element(events, index));
                attributes::check(&heading, attributes::PLAIN, self.page.text, &mut self.page.report);
                out.push(raw(self.page.heading(&heading).0));
                index += heading.content.len() + 2;
                continue;
            }
            self.event(event, span, out);
            index += 1;
        }
    }

    fn event<'e>(&mut self, event: &Event<'e>, span: &Span, out: &mut Vec<Event<'e>>) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                let safe = self.tags.read(html, span, &mut self.page.report);
                out.push(Event::InlineHtml(safe.into()));
            }
            Event::Text(text) => self.text(text, span, out),
            Event::FootnoteReference(label) => out.push(self.footnote_reference(label, span)),
            Event::TaskListMarker(_) if self.in_stray_options => {}
            Event::TaskListMarker(_) => {
                self.in_stray_options = true;
                self.page.report.add(span.clone(), Mistake::TaskListOutsideQuestion);
            }
            Event::Start(tag) => self.start(tag, span, out),
            Event::End(tag) => self.end(tag, out),
            event => out.push(event.clone()),
        }
    }

    fn start<'e>(&mut self, tag: &Tag<'e>, span: &Span, out: &mut Vec<Event<'e>>) {
        if is_quiet(&tag.to_end()) {
            self.quiet += 1;
        }
        match tag {
            Tag::Link { link_type, dest_url, .. } => {
                out.push(raw(self.link(*link_type, dest_url, span)));
            }
            Tag::BlockQuote(Some(kind)) => {
                let (class, title) = alert(*kind);
                out.push(raw(format!(
                    "<aside class=\"callout {class}\"><p class=\"callout-title\">{title}</p>"
                )));
            }
            Tag::CodeBlock(_) => {
                self.in_code = true;
                out.push(Event::Start(tag.clone()));
            }
            Tag::Table(alignments) => {
                self.alignments = alignments.clone();
                out.push(raw("<table>".to_owned()));
            }
            Tag::TableHead => {
                (self.in_table_head, self.column) = (true, 0);
                out.push(raw("<thead><tr>".to_owned()));
            }
            Tag::TableRow => {
                self.column = 0;
                out.push(raw("<tr>".to_owned()));
            }
            Tag::TableCell => out.push(raw(self.table_cell())),
            tag => out.push(Event::Start(tag.clone())),
        }
    }

    fn end<'e>(&mut self, tag: &TagEnd, out: &mut Vec<Event<'e>>) {
        if is_quiet(tag) {
            self.quiet = self.quiet.saturating_sub(1);
        }
        self.in_code &= *tag != TagEnd::CodeBlock;
        out.push(match tag {
            TagEnd::Link => raw("</a>".to_owned()),
            TagEnd::BlockQuote(Some(_)) => raw("</aside>\n".to_owned()),
            TagEnd::Table => raw("</tbody></table>\n".to_owned()),
            TagEnd::TableHead => {
                self.in_table_head = false;
                raw("</tr></thead><tbody>".to_owned())
            }
            TagEnd::TableRow => raw("</tr>".to_owned()),
            TagEnd::TableCell => raw(if self.in_table_head { "</th>" } else { "</td>" }.to_owned()),
            tag => Event::End(*tag),
        });
    }

    fn table_cell(&mut self) -> String {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        self.column += 1;
        if self.in_table_head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") }
    }

    fn text<'e>(&mut self, text: &CowStr<'e>, span: &Span, out: &mut Vec<Event<'e>>) {
        if !self.in_code {
            let with_braces = !self.in_heading && !self.in_stray_options;
            unread::check(self.page.text, span, with_braces, &mut self.page.report);
        }
        if !self.link_terms || self.quiet > 0 {
            out.push(Event::Text(text.clone()));
            return;
        }
        let mut at = 0;
        for found in self.page.surroundings.terms.find(text) {
            if !self.page.terms_used.insert(found.term) {
                continue;
            }
            out.push(Event::Text(text[at..found.span.start].to_owned().into()));
            let address = format!("{}glossary.html#{}", self.page.root, found.id);
            let word = escape(&text[found.span.clone()]);
            out.push(raw(format!("<a class=\"term\" href=\"{}\">{word}</a>", escape(&address))));
            at = found.span.end;
        }
        out.push(Event::Text(text[at..].to_owned().into()));
    }

    fn footnote_reference<'e>(&mut self, label: &str, span: &Span) -> Event<'e> {
        if !self.page.footnote_labels.contains(label) {
            self.page.report.add(span.clone(), Mistake::MissingFootnote { label: label.to_owned() });
            return raw(String::new());
        }
        let (number, first) = self.page.footnote_number(label);
        let id = if first { format!(" id=\"fnref-{number}\"") } else { String::new() };
        let label = escape(&(EN.lesson.footnote)(number));
        let link =
            format!("<a{id} href=\"#fn-{number}\" role=\"doc-noteref\" aria-label=\"{label}\">{number}</a>");
        raw(format!("<sup>{link}</sup>"))
    }

    fn link(&mut self, link_type: LinkType, address: &str, span: &Span) -> String {
        use LinkType::{CollapsedUnknown, Email, ReferenceUnknown, ShortcutUnknown};
        let found = match link_type {
            CollapsedUnknown | ReferenceUnknown | ShortcutUnknown => target::clause(address, self.page, span),
            Email => target::read(&format!("mailto:{address}"), self.page, span),
            _ => target::read(address, self.page, span),
        };
        match found {
            Some(Target::Clause(id)) => {
                format!("<a class=\"clause\" href=\"{}policy.html#{id}\">", self.page.root)
            }
            Some(Target::Away(address)) => format!("<a href=\"{}\" rel=\"noreferrer\">", escape(&address)),
            Some(Target::Here(address)) => format!("<a href=\"{}\">", escape(&address)),
            None => "<a>".to_owned(),
        }
    }

    fn image<'e>(&mut self, address: &str, alt: &[Placed], span: &Span) -> Event<'e> {
        let alt = plain_text(alt);
        if alt.is_empty() {
            self.page.report.add(span.clone(), Mistake::ImageWithoutAlt);
        }
        match target::read_image(address, self.page, span) {
            Some(address) => raw(format!("<img src=\"{}\" alt=\"{}\">", escape(&address), escape(&alt))),
            None => raw(String::new()),
        }
    }
}

/// A heading whose id is an anchor.
pub(super) fn heading_html(level: usize, id: &str, title: &Html) -> Html {
    Html(format!("<h{level} id=\"{}\">{}</h{level}>\n", escape(id), title.0))
}

fn raw<'e>(html: String) -> Event<'e> {
    Event::InlineHtml(html.into())
}

/// Elements in which no glossary term is linked: a quote is somebody's post.
fn is_quiet(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Link | TagEnd::Heading(_) | TagEnd::BlockQuote(None) | TagEnd::CodeBlock | TagEnd::TableHead
    )
}

fn alert(kind: BlockQuoteKind) -> (&'static str, &'static str) {
    let words = &EN.callouts;
    match kind {
        BlockQuoteKind::Note => ("note", words.note),
        BlockQuoteKind::Tip => ("tip", words.tip),
        BlockQuoteKind::Important => ("important", words.important),
        BlockQuoteKind::Warning => ("warning", words.warning),
        BlockQuoteKind::Caution => ("caution", words.caution),
    }
}
