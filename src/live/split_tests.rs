//! Where slides are cut.

use proptest::prelude::*;

use super::*;

/// Units of these heights below each other; type of another size makes them as much higher or lower.
fn stacked(heights: &[f64]) -> impl Fn(u32) -> Vec<Unit> {
    move |percent| {
        let mut below = 0.0;
        let unit = |height: &f64| {
            let top = below;
            below += height * f64::from(percent) / 100.0;
            Unit { top, bottom: below, repeated: 0.0, joined: false }
        };
        heights.iter().map(unit).collect()
    }
}

fn with_joined(heights: &[f64], joined: &[usize]) -> impl Fn(u32) -> Vec<Unit> {
    let measure = stacked(heights);
    move |percent| {
        let mut units = measure(percent);
        joined.iter().for_each(|index| units[*index].joined = true);
        units
    }
}

fn page(from: usize, to: usize, percent: u32, scrolls: u32) -> Page {
    Page { from, to, percent, scrolls }
}

fn ends(pages: &[Page]) -> Vec<usize> {
    pages.iter().map(|page| page.to).collect()
}

#[test]
fn what_fits_stays_as_it_is() {
    let mut asked = Vec::new();
    let pages = split(100.0, |percent| {
        asked.push(percent);
        stacked(&[50.0, 50.0])(percent)
    });
    assert_eq!((pages, asked), (vec![page(0, 2, 100, 0)], vec![100]));
}

#[test]
fn a_little_too_much_is_written_smaller() {
    assert_eq!(split(100.0, stacked(&[55.0, 55.0])), [page(0, 2, 90, 0)]);
    assert_eq!(split(100.0, stacked(&[60.0, 60.0])), [page(0, 2, 80, 0)]);
}

#[test]
fn more_is_cut_at_the_usual_size() {
    let pages = split(100.0, stacked(&[40.0, 40.0, 40.0, 40.0]));
    assert_eq!(pages, [page(0, 2, 100, 0), page(2, 4, 100, 0)]);
}

#[test]
fn a_heading_stays_with_what_it_heads() {
    let pages = split(100.0, with_joined(&[40.0, 40.0, 20.0, 50.0, 40.0], &[3]));
    assert_eq!(ends(&pages), [2, 4, 5], "the heading is the third");
    let pages = split(100.0, with_joined(&[40.0, 40.0, 20.0, 90.0], &[3]));
    assert_eq!(ends(&pages), [3, 4], "they fit on no page together");
}

#[test]
fn a_unit_that_fits_on_no_page_is_alone() {
    let pages = split(100.0, stacked(&[20.0, 110.0, 20.0, 30.0]));
    assert_eq!(pages, [page(0, 1, 100, 0), page(1, 2, 90, 0), page(2, 4, 100, 0)]);
    // At 80 percent 100 pixels too high, and a step is 80.
    assert_eq!(split(100.0, stacked(&[250.0])), [page(0, 1, 80, 2)]);
}

#[test]
fn a_table_repeats_its_head() {
    let measure = |percent| {
        let mut units = stacked(&[30.0; 6])(percent);
        units.iter_mut().skip(1).for_each(|unit| unit.repeated = 20.0);
        units
    };
    assert_eq!(ends(&split(100.0, measure)), [3, 5, 6]);
}

#[test]
fn the_last_unit_is_not_left_alone() {
    let pages = split(100.0, stacked(&[30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0]));
    assert_eq!(ends(&pages), [3, 5, 7]);
    let pages = split(100.0, stacked(&[50.0, 50.0, 30.0]));
    assert_eq!(ends(&pages), [2, 3], "a page of two gives none away");
    let pages = split(100.0, with_joined(&[30.0, 20.0, 50.0, 30.0], &[2]));
    assert_eq!(ends(&pages), [3, 4], "nor one that stays with its heading");
}

#[test]
fn nothing_to_show_is_one_page() {
    assert_eq!(split(100.0, |_| Vec::new()), [page(0, 0, 100, 0)]);
    for height in [0.0, -5.0, f64::NAN, f64::INFINITY] {
        assert_eq!(split(height, stacked(&[50.0, 50.0])), [page(0, 2, 100, 0)]);
    }
}

fn any_units() -> impl Strategy<Value = Vec<(f64, f64, bool)>> {
    let unit = (0.0..400.0_f64, prop_oneof![Just(0.0), 0.0..40.0_f64], prop::bool::weighted(0.3));
    prop::collection::vec(unit, 0..25)
}

fn measured(units: &[(f64, f64, bool)], percent: u32) -> Vec<Unit> {
    let heights: Vec<f64> = units.iter().map(|unit| unit.0).collect();
    let mut measured = stacked(&heights)(percent);
    for (unit, (_, repeated, joined)) in measured.iter_mut().zip(units) {
        (unit.repeated, unit.joined) = (*repeated, *joined);
    }
    measured
}

fn assert_whole(pages: &[Page], units: usize) -> Result<(), TestCaseError> {
    prop_assert!(!pages.is_empty());
    let mut next = 0;
    for page in pages {
        prop_assert_eq!(page.from, next);
        prop_assert!(page.to > page.from || units == 0);
        next = page.to;
    }
    prop_assert_eq!(next, units);
    Ok(())
}

proptest! {
    #[test]
    fn every_unit_is_on_one_page_and_fits_there_or_scrolls(units in any_units(), height in 1.0..800.0_f64) {
        let pages = split(height, |percent| measured(&units, percent));
        assert_whole(&pages, units.len())?;
        for page in &pages {
            let shown = &measured(&units, page.percent)[page.from..page.to];
            let (Some(first), Some(last)) = (shown.first(), shown.last()) else { continue };
            let repeated = if page.from == 0 { 0.0 } else { first.repeated };
            let needed = last.bottom - first.top + repeated;
            if page.scrolls == 0 {
                prop_assert!(needed <= height + 1e-6, "{needed} on {height}");
            } else {
                prop_assert_eq!((shown.len(), page.percent), (1, 80));
                let seen = height + f64::from(page.scrolls) * 0.8 * height;
                prop_assert!(needed > height && seen + 1e-6 >= needed);
            }
        }
        prop_assert_eq!(split(height, |percent| measured(&units, percent)), pages);
    }

    #[test]
    fn what_is_joined_is_parted_only_where_no_page_holds_it(units in any_units(), height in 1.0..800.0_f64) {
        let row = Row::of(measured(&units, 100));
        for cut in split(height, |percent| measured(&units, percent)).iter().skip(1).map(|page| page.from) {
            let start = (0..cut).rev().find(|unit| !row.is_joined(*unit)).unwrap_or(0);
            prop_assert!(!row.is_joined(cut) || row.needs(start, cut + 1) > height);
        }
    }

    #[test]
    fn heights_that_are_none_do_no_harm(
        heights in prop::collection::vec((any::<f64>(), any::<f64>(), any::<f64>(), any::<bool>()), 0..12),
        height in any::<f64>(),
        lost in 0..4_usize,
    ) {
        let units = |percent: u32| -> Vec<Unit> {
            let kept = if percent == 100 { heights.len() } else { heights.len().saturating_sub(lost) };
            let unit = |&(top, bottom, repeated, joined): &(f64, f64, f64, bool)| Unit { top, bottom, repeated, joined };
            heights.iter().take(kept).map(unit).collect()
        };
        assert_whole(&split(height, units), heights.len())?;
    }
}

#[test]
fn units_are_cut_out_of_measured_parts() {
    let text =
        MeasuredPart { top: 0.0, bottom: 50.0, units: vec![0.0], last: 50.0, ..MeasuredPart::default() };
    let table = MeasuredPart {
        top: 70.0,
        bottom: 200.0,
        joined: true,
        together: false,
        units: vec![100.0, 140.0],
        last: 195.0,
    };
    let unit = |top, bottom, repeated, joined| Unit { top, bottom, repeated, joined };
    let expected =
        [unit(0.0, 50.0, 0.0, false), unit(70.0, 145.0, 0.0, true), unit(140.0, 200.0, 30.0, false)];
    assert_eq!(units(&[text.clone(), table.clone()]), expected);
    let options = MeasuredPart { joined: false, together: true, ..table };
    let joined: Vec<bool> = units(&[text, options]).iter().map(|unit| unit.joined).collect();
    assert_eq!(joined, [false, false, true]);
}
