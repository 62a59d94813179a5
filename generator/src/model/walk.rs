//! Visits types and what is inside them, depth first and without recursion: the number of types
//! inside each other is bounded by the size of the document only, and the stack is not that large.

use std::vec::IntoIter;

use super::TypeId;

/// A walk through types. `parts` returns those inside a type.
pub(crate) struct Walk<P> {
    parts: P,
    states: Vec<State>,
    /// The types around the current one, each with its parts that are not visited yet.
    open: Vec<(TypeId, IntoIter<TypeId>)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Left,
}

/// A step of a walk.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Visit {
    /// All parts of the type were visited before. Each type is left once.
    Left(TypeId),
    /// These types are inside each other: the first one is a part of the last one.
    Cycle(Vec<TypeId>),
}

impl<P: Fn(TypeId) -> Vec<TypeId>> Walk<P> {
    /// Creates a walk through some of `count` types.
    pub(crate) fn new(count: usize, parts: P) -> Self {
        Self { parts, states: vec![State::New; count], open: Vec::new() }
    }

    /// Starts at a type, unless it was visited before.
    pub(crate) fn start(&mut self, id: TypeId) {
        if self.states[id.0] == State::New {
            self.states[id.0] = State::Open;
            self.open.push((id, (self.parts)(id).into_iter()));
        }
    }

    /// Ends the walk at its current place, without visiting the rest.
    pub(crate) fn stop(&mut self) {
        for (id, _) in self.open.drain(..) {
            self.states[id.0] = State::Left;
        }
    }
}

impl<P: Fn(TypeId) -> Vec<TypeId>> Iterator for Walk<P> {
    type Item = Visit;

    fn next(&mut self) -> Option<Visit> {
        loop {
            let (id, parts) = self.open.last_mut()?;
            let Some(part) = parts.next() else {
                let id = *id;
                self.open.pop();
                self.states[id.0] = State::Left;
                return Some(Visit::Left(id));
            };
            match self.states[part.0] {
                State::New => self.start(part),
                State::Open => {
                    let around = self.open.iter().map(|(id, _)| *id);
                    return Some(Visit::Cycle(
                        around.skip_while(|id| *id != part).collect(),
                    ));
                }
                State::Left => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the steps of a walk from the first type, through types with these parts.
    fn walk(parts: &[&[usize]]) -> Vec<Visit> {
        let inside = |id: TypeId| parts[id.0].iter().copied().map(TypeId).collect();
        let mut walk = Walk::new(parts.len(), inside);
        walk.start(TypeId(0));
        walk.collect()
    }

    fn left(ids: &[usize]) -> Vec<Visit> {
        ids.iter().map(|id| Visit::Left(TypeId(*id))).collect()
    }

    #[test]
    fn parts_come_first_and_once() {
        assert_eq!(walk(&[&[1, 2], &[3], &[3, 1], &[]]), left(&[3, 1, 2, 0]));
    }

    #[test]
    fn types_inside_themselves_are_cycles() {
        let cycle = Visit::Cycle(vec![TypeId(1), TypeId(2)]);
        let steps = walk(&[&[1], &[2], &[1, 3], &[]]);
        assert_eq!(
            steps,
            [vec![cycle], left(&[3, 2, 1, 0])].into_iter().flatten().collect::<Vec<_>>()
        );
        assert_eq!(walk(&[&[0]])[0], Visit::Cycle(vec![TypeId(0)]));
    }

    #[test]
    fn a_walk_that_stops_visits_nothing_again() {
        let mut walk = Walk::new(2, |id: TypeId| vec![TypeId(1 - id.0)]);
        walk.start(TypeId(0));
        assert!(matches!(walk.next(), Some(Visit::Cycle(_))));
        walk.stop();
        walk.start(TypeId(1));
        assert_eq!(walk.next(), None);
    }

    #[test]
    fn the_depth_has_no_limit() {
        let count = 1_000_000;
        let mut walk = Walk::new(count, |id: TypeId| {
            (id.0 + 1 < count).then_some(TypeId(id.0 + 1)).into_iter().collect()
        });
        walk.start(TypeId(0));
        assert_eq!(walk.count(), count);
    }
}
