/// Marks [`Expandable`](crate::Expandable) fields that refer to a `mast_maker` object.
#[derive(Clone, Copy, Debug)]
pub enum MastMakerRef {}

/// Marks [`Expandable`](crate::Expandable) fields that refer to a `mast_owner` object.
#[derive(Clone, Copy, Debug)]
pub enum MastOwnerRef {}
