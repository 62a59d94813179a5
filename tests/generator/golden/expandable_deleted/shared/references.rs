/// Marks [`Expandable`](crate::Expandable) fields that refer to a `crew_cook` object.
#[derive(Clone, Copy, Debug)]
pub enum CrewCookRef {}
