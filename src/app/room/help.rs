//! All keys, in a dialog.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::words::EN;

/// The dialog; open it with `show_modal`.
#[component]
pub fn Help(node: NodeRef<Dialog>) -> impl IntoView {
    let row = |(keys, meaning): &(&'static str, &'static str)| {
        let (keys, meaning) = (*keys, *meaning);
        view! {
            <tr>
                <th scope="row">{keys}</th>
                <td>{meaning}</td>
            </tr>
        }
    };
    let rows: Vec<_> = EN.present.keys.iter().map(row).collect();
    view! {
        <dialog node_ref=node class="room-dialog" aria-labelledby="help-title">
            <h2 id="help-title" tabindex="-1" autofocus>{EN.present.help}</h2>
            <table class="keys">
                <tbody>{rows}</tbody>
            </table>
            <form method="dialog" class="actions">
                <button>{EN.present.close}</button>
            </form>
        </dialog>
    }
}
