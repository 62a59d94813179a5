//! Instances of schemas with every field filled, each with a different value.

use serde_json::{Map, Value, json};

use super::place::Place;
use super::schema::{Kind, Schema};

/// An instance of a schema.
#[derive(Clone, Debug)]
pub struct Fixture {
    pub json: Value,
    /// All values that have a schema, outer ones first, without the root.
    pub sites: Vec<Site>,
}

/// A value inside an instance.
#[derive(Clone, Debug)]
pub struct Site {
    pub place: Place,
    pub schema: Schema,
    /// `true` if its key is required. Items of arrays and maps are not.
    pub required: bool,
    /// `true` if it is an item of an array or a map.
    pub is_item: bool,
}

impl Site {
    /// Returns `true` if a response may lack the value.
    pub fn may_be_absent(&self) -> bool {
        !self.is_item && (!self.required || self.schema.empty().is_some())
    }

    /// Returns `true` if the value may be null, which equals absence.
    pub fn may_be_null(&self) -> bool {
        self.schema.nullable() || self.may_be_absent()
    }
}

/// The form of expandable fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Id,
    Object,
    /// The remains of a deleted object if the document lists one, otherwise an id.
    Deleted,
}

/// The choice among the possible values of a field.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    pub form: Form,
    /// Selects the values of enums.
    pub round: usize,
}

/// The keys of maps.
pub const KEYS: [&str; 2] = ["one", "two"];

/// After this many rounds, the values of any two booleans have differed.
pub const BOOLEAN_ROUNDS: usize = 12;

impl Fixture {
    /// Fills a schema.
    pub fn new(schema: Schema, choice: Choice) -> Self {
        let mut maker = Maker { choice, sites: Vec::new(), count: 0 };
        let json = maker.value(schema, &Place::default());
        Self { json, sites: maker.sites }
    }

    /// Fills a component.
    pub fn of(component: &str, form: Form) -> Self {
        Self::round(component, form, 0)
    }

    /// Fills a component, with other values of its enums and booleans in each round.
    pub fn round(component: &str, form: Form, round: usize) -> Self {
        let schema = Schema::component(component);
        let schema = schema.unwrap_or_else(|| panic!("{component} is not in the slice"));
        Self::new(schema, Choice { form, round })
    }

    /// Returns a copy of the JSON in which `change` has modified values.
    pub fn changed(&self, mut change: impl FnMut(&Site, &mut Value)) -> Value {
        let mut json = self.json.clone();
        // From the inside outwards, so that no position disappears before its turn.
        for site in self.sites.iter().rev() {
            let value = site.place.find_mut(&mut json);
            change(site, value.expect("the site is in the sample"));
        }
        json
    }
}

struct Maker {
    choice: Choice,
    sites: Vec<Site>,
    count: usize,
}

impl Maker {
    fn value(&mut self, schema: Schema, place: &Place) -> Value {
        self.count += 1;
        let count = self.count;
        match schema.kind() {
            Kind::Text => json!(format!("text {count} é")),
            Kind::Decimal => json!(format!("{count}.50")),
            // Beyond 32 bits, and beyond the integers that a float represents exactly.
            Kind::Integer => json!((1_i64 << 60) + i64::try_from(count).expect("small")),
            // Beyond 32 bits.
            Kind::Timestamp => json!(4_700_000_000_u64 + count as u64),
            // Not exact in 32 bits.
            Kind::Float => json!(f64::from(u32::try_from(count).expect("small")) + 0.1),
            Kind::Boolean => {
                json!(count >> (self.choice.round % BOOLEAN_ROUNDS) & 1 == 1)
            }
            Kind::Enum(values) => json!(values[self.choice.round % values.len()]),
            Kind::Tag(tag) => json!(tag),
            Kind::Object => self.object(schema, place),
            Kind::Array(of) => self.array(of, place),
            Kind::Map(of) => self.map(of, place),
            Kind::Expandable(targets) => self.expandable(&targets),
            Kind::Raw => {
                json!({"raw": count, "deep": [{"null": null}, [], {}, 1.5, -1]})
            }
        }
    }

    fn object(&mut self, schema: Schema, place: &Place) -> Value {
        let mut object = Map::new();
        for property in schema.properties() {
            let site = Site {
                place: place.key(property.key),
                schema: property.schema,
                required: property.required,
                is_item: false,
            };
            object.insert(property.key.to_owned(), self.site(site));
        }
        Value::Object(object)
    }

    fn array(&mut self, of: Schema, place: &Place) -> Value {
        let item = |index| Site {
            place: place.index(index),
            schema: of,
            required: false,
            is_item: true,
        };
        let mut items = vec![self.site(item(0)), self.site(item(1))];
        // Each value of an enum comes first once, followed by the next one.
        if let (Kind::Enum(values), Some(second)) = (of.kind(), items.get_mut(1)) {
            *second = json!(values[(self.choice.round + 1) % values.len()]);
        }
        Value::Array(items)
    }

    fn map(&mut self, of: Schema, place: &Place) -> Value {
        let mut map = Map::new();
        for key in KEYS {
            let place = place.entry(key);
            let site = Site { place, schema: of, required: false, is_item: true };
            map.insert(key.to_owned(), self.site(site));
        }
        Value::Object(map)
    }

    fn expandable(&self, targets: &[&'static str]) -> Value {
        let id = format!("id_{}", self.count);
        let deleted = targets.iter().find_map(|target| target.strip_prefix("deleted_"));
        match (self.choice.form, deleted) {
            (Form::Deleted, Some(kind)) => {
                json!({"id": id, "object": kind, "deleted": true})
            }
            // Kept unchanged, whether or not the crate has a type for it.
            (Form::Object, _) => {
                json!({"id": id, "object": targets[0], "more": {"x": [self.count, null]}})
            }
            _ => json!(id),
        }
    }

    fn site(&mut self, site: Site) -> Value {
        let (place, schema) = (site.place.clone(), site.schema);
        self.sites.push(site);
        self.value(schema, &place)
    }
}
