//! Another order of the keys of objects.

use serde_json::Value;

use super::Random;

/// Orders the keys of all objects at random.
pub fn shuffle(value: &mut Value, random: &mut Random) {
    match value {
        Value::Object(object) => {
            let mut members: Vec<_> = std::mem::take(object).into_iter().collect();
            members.iter_mut().for_each(|(_, member)| shuffle(member, random));
            random.shuffle(&mut members);
            object.extend(members);
        }
        Value::Array(items) => items.iter_mut().for_each(|item| shuffle(item, random)),
        _ => {}
    }
}
