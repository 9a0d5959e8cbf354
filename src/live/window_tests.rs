//! What a trainer can rely on with several windows.

use std::cell::RefCell;
use std::collections::VecDeque;

use proptest::prelude::*;

use super::super::room::Cover;
use super::super::samples::deck;
use super::*;

/// Windows of one session in one browser.
#[derive(Default)]
struct Browser {
    windows: Vec<Window>,
    kept: RefCell<Option<KeptRoom>>,
    now: i64,
    named: usize,
    /// Whether storage is blocked.
    forgets: bool,
    /// Windows that hear nothing and do nothing.
    frozen: Vec<String>,
    /// Who is told what, in the order in which it was said.
    waiting: VecDeque<(String, String)>,
}

impl Browser {
    fn with<T>(&mut self, act: impl FnOnce(&mut Vec<Window>, &mut Around) -> T) -> T {
        let deck = deck();
        let mut pages = |_: &Room, index: usize, height: u32| {
            let page = Page::usual(0, 2);
            if index == 2 && height < 800 { vec![page, Page::usual(2, 3)] } else { vec![page] }
        };
        let kept = || self.kept.borrow().clone();
        let mut around =
            Around { deck: &deck, slides: "slides.json", pages: &mut pages, kept: &kept, now: self.now };
        act(&mut self.windows, &mut around)
    }

    fn open(&mut self, kind: Kind) -> String {
        self.named += 1;
        let id = format!("w{}", self.named);
        let (window, effects) = self.with(|_, around| Window::open(id.clone(), kind, around));
        self.windows.push(window);
        self.carry_out(&id, effects);
        self.deliver();
        id
    }

    fn at(&self, id: &str) -> usize {
        self.windows.iter().position(|window| window.id == id).expect("the window")
    }

    fn window(&self, id: &str) -> &Window {
        &self.windows[self.at(id)]
    }

    fn shown(&self, id: &str) -> &Snapshot {
        self.window(id).shown()
    }

    fn does(&mut self, id: &str, act: impl FnOnce(&mut Window, &mut Around) -> Vec<Effect>) {
        let at = self.at(id);
        let effects = self.with(|windows, around| act(&mut windows[at], around));
        self.carry_out(id, effects);
        self.deliver();
    }

    fn press(&mut self, id: &str, command: Command) {
        self.does(id, |window, around| window.command(&command, around));
    }

    fn carry_out(&mut self, id: &str, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Keep if self.forgets => {}
                Effect::Keep => {
                    let kept = self.window(id).to_keep("modules=one".to_owned(), self.now);
                    self.kept.replace(Some(kept));
                }
                Effect::Say(message) => self.tell_others(id, &message),
            }
        }
    }

    fn tell_others(&mut self, id: &str, message: &Message) {
        let text = message.to_text();
        let others: Vec<String> = self.windows.iter().map(|window| window.id.clone()).collect();
        for other in others {
            if other != id && !self.frozen.contains(&other) {
                self.waiting.push_back((other, text.clone()));
            }
        }
    }

    fn deliver(&mut self) {
        let mut delivered = 0;
        while let Some((id, text)) = self.waiting.pop_front() {
            delivered += 1;
            assert!(delivered < 1000, "windows go on and on: {text}");
            let Some(at) = self.windows.iter().position(|window| window.id == id) else { continue };
            let message = Message::from_text(&text).expect("a message");
            let effects = self.with(|windows, around| windows[at].hear(message, around));
            self.carry_out(&id, effects);
        }
    }

    fn close(&mut self, id: &str) {
        self.does(id, |window, _| vec![window.close()]);
        self.crash(id);
    }

    fn crash(&mut self, id: &str) {
        self.windows.retain(|window| window.id != id);
        self.frozen.retain(|frozen| frozen != id);
    }

    fn thaw(&mut self, id: &str) {
        self.frozen.retain(|frozen| frozen != id);
        self.does(id, |window, around| window.wake(around.now));
    }

    fn pass(&mut self, seconds: i64) {
        for _ in 0..seconds {
            self.now += 1000;
            for id in self.windows.iter().map(|window| window.id.clone()).collect::<Vec<_>>() {
                if !self.frozen.contains(&id) {
                    self.does(&id, Window::tick);
                }
            }
        }
    }

    fn leaders(&self) -> Vec<&str> {
        let leads = self.windows.iter().filter(|window| window.standing == Standing::Leads);
        leads.map(|window| window.id.as_str()).collect()
    }
}

fn two_windows() -> (Browser, String, String) {
    let mut browser = Browser::default();
    let presenter = browser.open(Kind::Presenter);
    browser.pass(1);
    let projector = browser.open(Kind::Projector);
    (browser, presenter, projector)
}

#[test]
fn a_projector_shows_what_its_presenter_shows() {
    let (mut browser, presenter, projector) = two_windows();
    assert_eq!(browser.shown(&projector).slide, 1);
    for slide in 2..=3 {
        browser.press(&presenter, Command::NextSlide);
        assert_eq!(browser.shown(&projector).slide, slide);
    }
    assert_eq!(browser.shown(&projector), browser.shown(&presenter));
    let listening = ProjectorState::Listening { behind: false, hidden: false };
    assert_eq!(browser.window(&presenter).projectors(browser.now), listening);
}

#[test]
fn keys_pressed_at_the_projector_reach_the_presenter() {
    let (mut browser, presenter, projector) = two_windows();
    browser.press(&projector, Command::Black);
    assert_eq!(browser.shown(&presenter).cover, Cover::Black);
    assert_eq!(browser.shown(&projector).cover, Cover::Black);
    assert_eq!(browser.leaders(), [presenter]);
}

#[test]
fn either_window_may_be_loaded_again() {
    for forgets in [false, true] {
        let (mut browser, presenter, projector) = two_windows();
        browser.forgets = forgets;
        browser.press(&presenter, Command::Last);
        browser.close(&projector);
        let projector = browser.open(Kind::Projector);
        assert_eq!(browser.shown(&projector).slide, 7);
        browser.close(&presenter);
        let presenter = browser.open(Kind::Presenter);
        browser.pass(1);
        browser.press(&presenter, Command::Dark);
        if !forgets {
            assert_eq!(browser.shown(&presenter).slide, 7);
        }
        assert_eq!(browser.shown(&projector), browser.shown(&presenter));
        assert!(browser.shown(&projector).view.dark);
    }
}

#[test]
fn a_projector_alone_leads_until_a_presenter_comes() {
    let mut browser = Browser::default();
    let projector = browser.open(Kind::Projector);
    assert_eq!(browser.shown(&projector).slide, 1);
    browser.press(&projector, Command::Next);
    browser.press(&projector, Command::Next);
    assert_eq!(browser.leaders(), [projector.as_str()]);
    let before = browser.shown(&projector).clone();
    assert_eq!(before.poll.as_ref().map(|poll| poll.round), Some(1));
    let presenter = browser.open(Kind::Presenter);
    browser.pass(1);
    assert_eq!(browser.leaders(), [presenter.as_str()]);
    assert_eq!(browser.shown(&projector).at, before.at);
    assert_eq!(browser.shown(&projector).poll, before.poll);
    assert!(browser.shown(&projector).epoch > before.epoch);
}

#[test]
fn a_projector_goes_on_without_its_presenter() {
    let (mut browser, presenter, projector) = two_windows();
    browser.press(&presenter, Command::NextSlide);
    browser.close(&presenter);
    browser.press(&projector, Command::NextSlide);
    assert_eq!((browser.shown(&projector).slide, browser.leaders().len()), (3, 1));

    let (mut browser, presenter, projector) = two_windows();
    browser.press(&presenter, Command::NextSlide);
    browser.frozen.push(presenter.clone());
    browser.press(&projector, Command::NextSlide);
    assert_eq!(browser.shown(&projector).slide, 2, "it may still be there");
    browser.pass(4);
    browser.press(&projector, Command::NextSlide);
    assert_eq!(browser.shown(&projector).slide, 3);
    browser.thaw(&presenter);
    browser.pass(2);
    assert_eq!(browser.leaders(), [presenter.as_str()]);
    assert_eq!((browser.shown(&projector).slide, browser.shown(&presenter).slide), (3, 3));
}

#[test]
fn a_second_presenter_follows_until_it_takes_over() {
    let (mut browser, first, projector) = two_windows();
    let second = browser.open(Kind::Presenter);
    browser.pass(2);
    assert_eq!(browser.leaders(), [first.as_str()]);
    browser.press(&second, Command::NextSlide);
    assert_eq!(browser.shown(&projector).slide, 2, "what it wants is done");
    browser.does(&second, Window::lead);
    assert_eq!(browser.leaders(), [second.as_str()]);
    browser.press(&first, Command::NextSlide);
    for id in [&first, &second, &projector] {
        assert_eq!(browser.shown(id).slide, 3);
    }
}

#[test]
fn a_frozen_projector_catches_up() {
    let (mut browser, presenter, projector) = two_windows();
    browser.frozen.push(projector.clone());
    browser.press(&presenter, Command::NextSlide);
    browser.press(&presenter, Command::NextSlide);
    let behind = ProjectorState::Listening { behind: true, hidden: false };
    assert_eq!(browser.window(&presenter).projectors(browser.now), behind);
    browser.thaw(&projector);
    assert_eq!(browser.shown(&projector), browser.shown(&presenter));
}

#[test]
fn pages_fit_the_audiences_stage() {
    let (mut browser, presenter, projector) = two_windows();
    browser.press(&presenter, Command::GoToNumber(3));
    assert_eq!((browser.shown(&presenter).height, browser.shown(&presenter).pages), (720, 2));
    browser.does(&projector, |window, around| window.shape(Some(5000), false, around));
    assert_eq!((browser.shown(&presenter).height, browser.shown(&presenter).pages), (960, 1));
    browser.close(&projector);
    browser.press(&presenter, Command::Dark);
    assert_eq!(browser.shown(&presenter).height, 960, "the next projector is likely the same");
}

#[test]
fn a_projector_that_closes_says_nothing_more_unless_it_comes_back() {
    let (mut browser, presenter, projector) = two_windows();
    browser.does(&projector, |window, _| vec![window.close()]);
    // Browsers hide a window before they close it.
    browser.does(&projector, |window, around| window.shape(Some(720), true, around));
    assert_eq!(browser.window(&presenter).projectors(browser.now), ProjectorState::None);
    browser.does(&projector, |window, around| window.shape(Some(720), false, around));
    assert_ne!(browser.window(&presenter).projectors(browser.now), ProjectorState::None);
}

#[test]
fn a_window_of_another_course_is_told_apart() {
    let (mut browser, presenter, projector) = two_windows();
    browser.press(&presenter, Command::NextSlide);
    let mut shown = browser.shown(&presenter).clone();
    (shown.number, shown.slides) = (shown.number + 1, "other.json".to_owned());
    assert!(!browser.window(&projector).is_of_other_slides());
    browser.does(&projector, |window, around| window.hear(Message::Shown(Box::new(shown)), around));
    assert!(browser.window(&projector).is_of_other_slides());
}

#[test]
fn what_comes_next_is_known_beforehand() {
    let (mut browser, presenter, _) = two_windows();
    for _ in 0..40 {
        let at = browser.at(&presenter);
        let preview = browser.with(|windows, around| windows[at].preview(around));
        browser.press(&presenter, Command::Next);
        let Some(preview) = preview else { break };
        let shown = browser.shown(&presenter);
        assert_eq!((&shown.at, shown.page, &shown.poll), (&preview.at, preview.page, &preview.poll));
    }
    assert_eq!(browser.shown(&presenter).slide, 7);
}

#[derive(Debug, Clone)]
enum Happening {
    Press(usize, Command),
    Reload(usize),
    Crash(usize),
    Freeze(usize),
    Thaw,
    Open(bool),
    Pass(i64),
}

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    use Happening::{Crash, Freeze, Open, Pass, Press, Reload, Thaw};
    let command = prop_oneof![
        Just(Command::Next),
        Just(Command::Previous),
        Just(Command::Black),
        Just(Command::Count { option: 0, by: 1 }),
    ];
    let happening = prop_oneof![
        6 => (0..4_usize, command).prop_map(|(window, command)| Press(window, command)),
        1 => (0..4_usize).prop_map(Reload),
        1 => (0..4_usize).prop_map(Crash),
        1 => (0..4_usize).prop_map(Freeze),
        1 => Just(Thaw),
        1 => any::<bool>().prop_map(Open),
        1 => (1..6_i64).prop_map(Pass),
    ];
    prop::collection::vec(happening, 0..40)
}

proptest! {
    #[test]
    fn whatever_happens_all_windows_end_up_with_the_same(all in happenings(), forgets: bool) {
        let (mut browser, ..) = two_windows();
        browser.forgets = forgets;
        for happening in all {
            let chosen = |index: usize| browser.windows.get(index).map(|window| window.id.clone());
            match happening {
                Happening::Press(index, command) => {
                    let awake = chosen(index).filter(|id| !browser.frozen.contains(id));
                    if let Some(id) = awake {
                        browser.press(&id, command);
                    }
                }
                Happening::Reload(index) => {
                    if let Some(id) = chosen(index) {
                        let kind = browser.window(&id).kind;
                        browser.close(&id);
                        browser.open(kind);
                    }
                }
                Happening::Crash(index) => {
                    if let Some(id) = chosen(index) {
                        browser.crash(&id);
                    }
                }
                Happening::Freeze(index) => {
                    if let Some(id) = chosen(index) {
                        browser.frozen.push(id);
                    }
                }
                Happening::Thaw => {
                    for id in browser.frozen.clone() {
                        browser.thaw(&id);
                    }
                }
                Happening::Open(true) => drop(browser.open(Kind::Presenter)),
                Happening::Open(false) => drop(browser.open(Kind::Projector)),
                Happening::Pass(seconds) => browser.pass(seconds),
            }
        }
        for id in browser.frozen.clone() {
            browser.thaw(&id);
        }
        browser.pass(5);
        let mover = match browser.windows.iter().find(|window| window.kind == Kind::Presenter) {
            Some(presenter) => presenter.id.clone(),
            None => browser.open(Kind::Presenter),
        };
        browser.pass(1);
        browser.press(&mover, Command::Dark);
        browser.pass(2);
        prop_assert_eq!(browser.leaders().len(), 1);
        let shown = browser.shown(&mover);
        for window in &browser.windows {
            prop_assert_eq!(window.shown(), shown);
        }
    }
}
