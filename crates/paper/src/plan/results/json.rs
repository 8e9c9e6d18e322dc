//! The JSON of `thidua plan results`.

use super::{Answer, Asked, Said};
use serde_json::{Map, Number, Value, json};
use std::str::FromStr;
use thidua_domain::basics::Amount;
use thidua_domain::targets::Comparator;

/// The targets of a JSON text: the answer of `plan read`, or `{"targets": […]}`, or a list. Containers are left out.
///
/// # Errors
/// The message of the parser when the text is no JSON.
pub fn asked(text: &str) -> Result<Vec<Asked>, String> {
    let value: Value = serde_json::from_str(text).map_err(|problem| problem.to_string())?;
    let list = ["targets", "plan_targets"]
        .iter()
        .filter_map(|key| value.get(key).and_then(Value::as_array))
        .find(|list| !list.is_empty())
        .or(value.as_array());
    Ok(list.into_iter().flatten().filter_map(one).collect())
}

fn one(value: &Value) -> Option<Asked> {
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    Some(Asked {
        id: text("id")?,
        name: text("name")?,
        comparator: Comparator::from_code(value["comparator"].as_str()?)?,
        value: value["value"].as_number().and_then(|number| Amount::from_plain(&number.to_string()).ok()),
        unit: text("unit"),
    })
}

fn number(amount: Option<Amount>) -> Value {
    amount.and_then(|amount| Number::from_str(&amount.plain()).ok()).map_or(Value::Null, Value::Number)
}

/// The answers as one line.
pub fn to_json(file: &str, answers: &[Answer]) -> String {
    let results: Vec<Value> = answers.iter().map(result).collect();
    json!({"file": file, "results": results}).to_string()
}

fn result(answer: &Answer) -> Value {
    let (state, actual) = match &answer.said {
        Said::Reached(value) => ("given", Some(*value)),
        Said::Attained => ("given", None),
        Said::NotYet => ("none", None),
    };
    let change = answer.change.as_ref().map(|change| {
        let mut map = Map::new();
        map.insert("value".to_owned(), number(Some(change.value)));
        map.insert("unit".to_owned(), change.unit.clone().map_or(Value::Null, Value::String));
        map.insert("kind".to_owned(), Value::String(if change.rose { "increase" } else { "decrease" }.to_owned()));
        Value::Object(map)
    });
    json!({
        "target_id": answer.target,
        "state": state,
        "actual": number(actual),
        "attained": matches!(answer.said, Said::Attained),
        "numerator": number(answer.ratio.map(|(a, _)| a)),
        "denominator": number(answer.ratio.map(|(_, b)| b)),
        "planned": number(answer.planned),
        "percent_of_plan": number(answer.percent_of_plan),
        "change": change,
        "unit": answer.unit,
        "name": answer.name,
        "raw": answer.raw,
        "lines": [answer.lines.first, answer.lines.last],
        "confidence": answer.confidence.as_percent(),
    })
}
