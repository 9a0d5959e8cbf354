//! Every slide of the shipped course, at every step, as a projector shows it: nothing is cut off, all is large enough.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Screen, Workshop};

/// Body type at 1280 pixels must be readable from the last row.
const SMALLEST: f64 = 28.0;

/// Looks at the slide on the screen; gives what is wrong with it. All lengths are those of
/// a stage 1280 pixels wide.
const LOOK: &str = "
    const stage = document.querySelector('.projector .stage');
    const inside = name => stage.querySelector(name);
    const faultsOf = smallest => {
        const [title, body, rows, foot] = ['.stage-title', '.stage-body', '.stage-rows', '.stage-foot'].map(inside);
        const scale = stage.getBoundingClientRect().width / stage.offsetWidth;
        const box = element => element.getBoundingClientRect();
        const faults = [];
        const goesOn = foot.innerText.includes('goes on');
        if (body.scrollHeight > body.clientHeight + 1 && !goesOn)
            faults.push(`${body.scrollHeight - body.clientHeight} px cut off below`);
        if (title.scrollWidth > title.clientWidth + 1 || box(title).top < box(stage).top - 1)
            faults.push('the title sticks out');
        if (title.offsetHeight + body.offsetHeight + foot.offsetHeight > stage.offsetHeight)
            faults.push('it is higher than the stage');
        if (title.innerText.trim() === '' && !stage.classList.contains('is-break')) faults.push('it has no title');
        const words = document.createTreeWalker(rows, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        while (words.nextNode()) {
            const text = words.currentNode;
            if (text.textContent.trim() === '' || !text.parentElement.checkVisibility()) continue;
            range.selectNodeContents(text);
            const place = range.getBoundingClientRect();
            if (place.width === 0) continue;
            const says = `“${text.textContent.trim().slice(0, 40)}”`;
            if (place.right > box(body).right + 1 || place.left < box(body).left - 1)
                faults.push(`${says} sticks out by ${Math.round((place.right - box(body).right) / scale)} px`);
            const size = parseFloat(getComputedStyle(text.parentElement).fontSize);
            if (size < smallest && !text.parentElement.closest('sub, sup')) faults.push(`${says} is of ${size} px`);
        }
        for (const image of rows.querySelectorAll('img')) {
            if (image.naturalWidth === 0) faults.push('an image is not there');
            if (image.clientWidth < 300) faults.push(`an image is ${image.clientWidth} px wide`);
        }
        return faults;
    };";

/// Presses a clicker until the end. Where a room votes, hands are counted as a presenter
/// would, so that bars are seen too. Gives places and what is wrong there, and how many
/// steps it took.
const WALK: &str = "
    const [session, smallest, most] = arguments;
    const done = arguments[arguments.length - 1];
    const channel = new BroadcastChannel(`workshop-room:${session}`);
    const turn = new MessageChannel();
    const soon = () => new Promise(on => { turn.port1.onmessage = on; turn.port2.postMessage(''); });
    const state = () => stage.outerHTML;
    const press = key => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const settled = async () => {
        await soon();
        // What an image changes comes some time after the image.
        const images = [...stage.querySelectorAll('img')];
        if (images.length === 0) return;
        await Promise.allSettled(images.map(image => image.decode()));
        for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame);
    };
    const count = async () => {
        const letters = stage.querySelectorAll('.options .letter').length;
        let hands = 0;
        for (let option = 0; option < letters; option++) {
            hands += option + 10;
            channel.postMessage(JSON.stringify({ wanted: { set_count: { option, hands: option + 10 } } }));
        }
        for (let turns = 0; turns < 1000 && !inside('.stage-vote').textContent.includes(hands); turns++) await soon();
        await settled();
    };
    (async () => {
        const found = [];
        let steps = 0, before = '';
        await settled();
        while (steps++ < most && state() !== before) {
            if (inside('.stage-vote').textContent === 'Vote now · 0 answered') await count();
            before = state();
            const place = `${inside('.stage-number').innerText}, ${inside('.stage-lesson').innerText}: ${inside('.stage-title').innerText}`;
            for (const fault of faultsOf(smallest)) found.push(`${place} [${inside('.stage-vote').innerText}]: ${fault}`);
            press('PageDown');
            await settled();
        }
        channel.close();
        done({ found, steps, number: inside('.stage-number').innerText });
    })().catch(error => done({ found: [String(error)], steps: 0, number: '' }));";

/// The projector of the whole course, in a window of this size.
fn open_whole_course(workshop: &Workshop, width: u32, height: u32) -> Screen {
    let screen = workshop.visit();
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    screen.devtools("Emulation.setDeviceMetricsOverride", metrics);
    screen.open("index.html");
    let modules = screen.script(
        "return fetch(new URL(document.documentElement.dataset.root + document.documentElement.dataset.outline, document.baseURI))
            .then(file => file.json()).then(outline => outline.modules.map(module => module.id).join(','))",
    );
    let modules = modules.as_str().expect("ids of modules").to_owned();
    screen.open(&format!("projector.html#session=all&modules={modules}"));
    screen
}

fn nothing_is_cut_off(width: u32, height: u32) {
    let workshop = Workshop::shipped();
    let screen = &open_whole_course(&workshop, width, height);
    let patience = Duration::from_secs(180);
    screen.must("wait for long", screen.driver().set_script_timeout(patience));
    let arguments = vec![json!("all"), json!(SMALLEST), json!(5000)];
    let walk = format!("{LOOK}{WALK}");
    let walked = screen.must("walk through the course", async {
        Ok(screen.driver().execute_async(walk.as_str(), arguments).await?.json().clone())
    });
    println!("{width} × {height}: {} steps, {}", walked["steps"], walked["number"]);
    let number = walked["number"].as_str().and_then(|number| number.split_once(" / "));
    let found: Vec<&str> =
        walked["found"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(
        number.is_some_and(|(number, of)| number == of),
        "it did not end at the end: {}",
        walked["number"]
    );
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn no_slide_is_cut_off_on_a_wide_screen() {
    nothing_is_cut_off(1280, 720);
}

#[test]
fn no_slide_is_cut_off_on_a_square_screen() {
    nothing_is_cut_off(1024, 768);
}
