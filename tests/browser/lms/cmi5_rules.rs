//! What an LMS demands of cmi5 statements, by the ids of the requirements (`@cmi5/requirements`)
//! as far as a course can break them.

use serde_json::{Value, json};

const VERBS: &str = "http://adlnet.gov/expapi/verbs/";
const CMI5: &str = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
const MOVE_ON: &str = "https://w3id.org/xapi/cmi5/context/categories/moveon";
const MASTERY: &str = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const SESSION: &str = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
const DEFINED: [&str; 5] = ["initialized", "completed", "passed", "failed", "terminated"];

/// What the LMS said at the launch.
#[derive(Debug, Clone)]
pub struct Launch {
    pub actor: Value,
    pub activity: String,
    pub registration: String,
    pub session: String,
    pub mode: String,
    pub mastery: f64,
    /// Whether the learner's preferences were asked for.
    pub knows_preferences: bool,
}

impl Launch {
    pub fn context_template(&self) -> Value {
        json!({
            "contextActivities": { "grouping": [{ "objectType": "Activity", "id": "https://lms.example/publisher" }] },
            "extensions": { SESSION: self.session },
        })
    }
}

/// The short verb of a statement.
pub fn verb(statement: &Value) -> &str {
    statement["verb"]["id"].as_str().unwrap_or_default().strip_prefix(VERBS).unwrap_or_default()
}

/// What is wrong with a statement after the others of its registration.
pub fn broken(launch: &Launch, before: &[Value], statement: &Value) -> Vec<&'static str> {
    let of_session = |other: &&Value| other["context"]["extensions"][SESSION] == launch.session.as_str();
    let session: Vec<&str> = before.iter().filter(of_session).map(verb).collect();
    let registration: Vec<&str> = before.iter().map(verb).collect();
    let (verb, result) = (verb(statement), &statement["result"]);
    let has = |list: &[&str], verb: &str| list.contains(&verb);
    let categories: Vec<&str> = statement["context"]["contextActivities"]["category"]
        .as_array()
        .map(|list| list.iter().filter_map(|category| category["id"].as_str()).collect())
        .unwrap_or_default();
    let is_defined = DEFINED.contains(&verb);
    let needs_move_on = is_defined && (!result["success"].is_null() || !result["completion"].is_null());
    let scaled = result["score"]["scaled"].as_f64();
    let ends = ["completed", "passed", "failed", "terminated"];
    let rules = [
        ("9.3.0.0-4", session.is_empty() && verb != "initialized"),
        ("9.3.0.0-3", is_defined && has(&session, verb)),
        ("9.3.0.0-3 (passed and failed)", verb == "passed" && has(&session, "failed")),
        ("9.3.0.0-3 (failed and passed)", verb == "failed" && has(&registration, "passed")),
        ("9.3.0.0-5", has(&session, "terminated")),
        ("9.3.0.0-7", matches!(verb, "completed" | "passed") && has(&registration, verb)),
        ("10.2.2.0-3", launch.mode != "Normal" && !matches!(verb, "initialized" | "terminated")),
        ("11.0.0.0-3", !launch.knows_preferences),
        (
            "9.5.4.1",
            ends.contains(&verb) && !result["duration"].as_str().is_some_and(|long| long.starts_with("PT")),
        ),
        ("9.5.1.0-2", verb == "completed" && (scaled.is_some() || !result["success"].is_null())),
        ("9.5.3.0", verb == "completed" && result["completion"] != true),
        (
            "9.5.2.0",
            verb == "passed" && result["success"] != true || verb == "failed" && result["success"] != false,
        ),
        ("9.3.4.0-2", verb == "passed" && scaled.is_some_and(|scaled| scaled < launch.mastery)),
        ("9.3.5.0-2", verb == "failed" && scaled.is_some_and(|scaled| scaled >= launch.mastery)),
        ("9.6.2.1", is_defined != categories.contains(&CMI5)),
        ("9.6.2.2", needs_move_on != categories.contains(&MOVE_ON)),
        (
            "9.6.3.2",
            needs_move_on
                && verb != "completed"
                && statement["context"]["extensions"][MASTERY] != launch.mastery,
        ),
        ("9.7.0.0-2", !statement["timestamp"].as_str().is_some_and(|at| at.ends_with('Z'))),
        ("9.2.0.0-1", statement["actor"] != launch.actor),
        ("9.4.0.0-1", is_defined && statement["object"]["id"] != launch.activity.as_str()),
        ("9.6.1.0-1", statement["context"]["registration"] != launch.registration.as_str()),
        ("10.2.1.0-5", !keeps_template(launch, statement)),
        ("display en", statement["verb"]["display"]["en"].as_str().is_none()),
    ];
    rules.into_iter().filter(|(_, is_broken)| *is_broken).map(|(rule, _)| rule).collect()
}

fn keeps_template(launch: &Launch, statement: &Value) -> bool {
    let (template, context) = (launch.context_template(), &statement["context"]);
    context["extensions"][SESSION] == template["extensions"][SESSION]
        && context["contextActivities"]["grouping"] == template["contextActivities"]["grouping"]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn launch() -> Launch {
        Launch {
            actor: json!({ "account": { "homePage": "https://lms.example", "name": "1" } }),
            activity: "https://lms.example/activity".to_owned(),
            registration: "r".to_owned(),
            session: "s".to_owned(),
            mode: "Normal".to_owned(),
            mastery: 0.8,
            knows_preferences: true,
        }
    }

    fn said(verb: &str, result: &Value, categories: &[&str]) -> Value {
        let launch = launch();
        let mut context = launch.context_template();
        context["registration"] = json!("r");
        let categories: Vec<Value> = categories.iter().map(|id| json!({ "id": id })).collect();
        context["contextActivities"]["category"] = json!(categories);
        context["extensions"][MASTERY] = json!(0.8);
        json!({
            "actor": launch.actor, "verb": { "id": format!("{VERBS}{verb}"), "display": { "en": verb } },
            "object": { "id": launch.activity }, "result": result, "context": context,
            "timestamp": "2026-11-28T10:00:00.000Z",
        })
    }

    #[test]
    fn each_violation_is_found_and_nothing_else() {
        let begun = said("initialized", &json!({}), &[CMI5]);
        let passed = said(
            "passed",
            &json!({ "success": true, "duration": "PT1S", "score": { "scaled": 0.9 } }),
            &[CMI5, MOVE_ON],
        );
        let failed = said("failed", &json!({ "success": false, "duration": "PT1S" }), &[CMI5, MOVE_ON]);
        let ended = said("terminated", &json!({ "duration": "PT1S" }), &[CMI5]);
        assert_eq!(broken(&launch(), &[], &begun), [""; 0]);
        assert_eq!(broken(&launch(), std::slice::from_ref(&begun), &passed), [""; 0]);
        assert_eq!(broken(&launch(), &[], &passed), ["9.3.0.0-4"]);
        assert_eq!(
            broken(&launch(), &[begun.clone(), failed.clone()], &passed),
            ["9.3.0.0-3 (passed and failed)"]
        );
        assert_eq!(broken(&launch(), &[begun.clone(), ended.clone()], &passed), ["9.3.0.0-5"]);
        let below = said(
            "passed",
            &json!({ "success": true, "duration": "PT1S", "score": { "scaled": 0.7 } }),
            &[CMI5, MOVE_ON],
        );
        assert_eq!(broken(&launch(), std::slice::from_ref(&begun), &below), ["9.3.4.0-2"]);
        let timeless = said("terminated", &json!({}), &[CMI5]);
        assert_eq!(broken(&launch(), std::slice::from_ref(&begun), &timeless), ["9.5.4.1"]);
        let review = Launch { mode: "Review".to_owned(), ..launch() };
        assert_eq!(broken(&review, std::slice::from_ref(&begun), &passed), ["10.2.2.0-3"]);
        let ignorant = Launch { knows_preferences: false, ..launch() };
        assert_eq!(broken(&ignorant, &[], &begun), ["11.0.0.0-3"]);
        let bare = said("completed", &json!({ "completion": true, "duration": "PT1S" }), &[CMI5]);
        assert_eq!(broken(&launch(), &[begun], &bare), ["9.6.2.2"]);
    }
}
