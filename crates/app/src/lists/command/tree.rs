//! All units of a country, held small: found by name, or by name and bodies above it.

use crate::App;
use std::collections::HashMap;
use std::sync::Arc;
use thidua_domain::basics::text::fold;
use thidua_store::StoreError;

/// No unit above.
const NOBODY: u32 = u32::MAX;

struct Node {
    id: Box<str>,
    name: Box<str>,
    /// The name folded, one copy for all units of that name.
    folded: Arc<str>,
    parent: u32,
}

/// The units by place.
#[derive(Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    by_name: HashMap<Arc<str>, Vec<u32>>,
    /// The last names that were asked for: rows of one unit follow each other.
    last: Option<(String, u32)>,
}

/// What a name means.
pub(super) enum Found {
    One(u32),
    Nobody,
    Several,
}

impl Tree {
    /// All units as they are now.
    pub(super) async fn of(app: &App) -> Result<Tree, StoreError> {
        let mut tree = Tree::default();
        let mut places: HashMap<String, u32> = HashMap::new();
        let mut parents: Vec<Option<String>> = Vec::new();
        let mut after = String::new();
        loop {
            let some = app.store.units_after(&after, 5_000).await?;
            let Some(last) = some.last() else { break };
            after.clone_from(&last.id);
            for unit in some {
                places.insert(unit.id.clone(), tree.add(&unit.id, &unit.name, None));
                parents.push(unit.parent_id);
            }
        }
        for (node, parent) in tree.nodes.iter_mut().zip(&parents) {
            node.parent = parent.as_ref().and_then(|parent| places.get(parent)).copied().unwrap_or(NOBODY);
        }
        Ok(tree)
    }

    /// Adds a unit; its place.
    pub(super) fn add(&mut self, id: &str, name: &str, parent: Option<u32>) -> u32 {
        let place = u32::try_from(self.nodes.len()).unwrap_or(NOBODY);
        let folded = fold(name);
        let folded =
            self.by_name.get_key_value(folded.as_str()).map_or_else(|| folded.into(), |(key, _)| key.clone());
        self.by_name.entry(Arc::clone(&folded)).or_default().push(place);
        self.nodes.push(Node { id: id.into(), name: name.into(), folded, parent: parent.unwrap_or(NOBODY) });
        place
    }

    pub(super) fn id(&self, place: u32) -> &str {
        self.nodes.get(place as usize).map_or("", |node| &node.id)
    }

    fn parent(&self, place: u32) -> Option<u32> {
        self.nodes.get(place as usize).map(|node| node.parent).filter(|parent| *parent != NOBODY)
    }

    /// The unit of this name directly below another.
    pub(super) fn below(&self, name: &str, parent: Option<u32>) -> Option<u32> {
        let same = |place: &&u32| self.parent(**place) == parent;
        self.by_name.get(fold(name).as_str())?.iter().find(same).copied()
    }

    /// `Thôn 1, Ủy ban nhân dân xã A, Ủy ban nhân dân tỉnh B`: the unit, and bodies above it that tell it from others.
    pub(super) fn find(&mut self, typed: &str) -> Found {
        if let Some((last, place)) = &self.last
            && last == typed
        {
            return Found::One(*place);
        }
        let mut parts = typed.split(',').map(fold);
        let name = parts.next().unwrap_or_default();
        let above: Vec<String> = parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
        let mut fits = Vec::new();
        for place in self.by_name.get(name.trim()).map(Vec::as_slice).unwrap_or_default() {
            let mut at = self.parent(*place);
            let mut wanted = above.iter();
            let mut next = wanted.next();
            for _ in 0..16 {
                let (Some(parent), Some(asked)) = (at, next) else { break };
                if self.nodes[parent as usize].folded.ends_with(asked.as_str()) {
                    next = wanted.next();
                }
                at = self.parent(parent);
            }
            if next.is_none() {
                fits.push(*place);
            }
        }
        match fits.as_slice() {
            [] => Found::Nobody,
            [one] => {
                self.last = Some((typed.to_owned(), *one));
                Found::One(*one)
            }
            // marks that were typed are meant
            several => {
                let typed_name = typed.split(',').next().unwrap_or_default().trim().to_lowercase();
                let exact: Vec<u32> = several
                    .iter()
                    .copied()
                    .filter(|place| self.nodes[*place as usize].name.to_lowercase() == typed_name)
                    .collect();
                if let [one] = exact.as_slice() { Found::One(*one) } else { Found::Several }
            }
        }
    }

    /// How a unit is called so that only it is meant: its name, and as many bodies above it as are needed.
    pub(super) fn called(&self, place: u32) -> String {
        let Some(node) = self.nodes.get(place as usize) else { return String::new() };
        let mut called = node.name.to_string();
        let mut alike: Vec<u32> = self.by_name.get(fold(&node.name).as_str()).cloned().unwrap_or_default();
        let (mut at, mut others) = (self.parent(place), alike.clone());
        alike.retain(|other| *other != place);
        while !alike.is_empty()
            && let Some(parent) = at
        {
            called = format!("{called}, {}", self.nodes[parent as usize].name);
            // those that have the same name at this step above them stay alike
            let above: HashMap<u32, u32> =
                others.iter().filter_map(|one| Some((*one, self.parent(*one)?))).collect();
            let name = fold(&self.nodes[parent as usize].name);
            alike.retain(|one| above.get(one).is_some_and(|up| fold(&self.nodes[*up as usize].name) == name));
            others = alike.iter().filter_map(|one| above.get(one).copied()).collect();
            alike.clone_from(&others);
            alike.retain(|one| *one != parent);
            at = self.parent(parent);
        }
        called
    }

    /// Places of units by identifier.
    pub(super) fn places(&self) -> HashMap<&str, u32> {
        self.nodes.iter().zip(0..).map(|(node, place)| (&*node.id, place)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_called_so_that_only_they_are_meant() {
        let mut tree = Tree::default();
        let p = tree.add("p", "Ủy ban nhân dân tỉnh A", None);
        let q = tree.add("q", "Ủy ban nhân dân tỉnh B", None);
        let x = tree.add("x", "Ủy ban nhân dân xã Tân An", Some(p));
        let y = tree.add("y", "Ủy ban nhân dân xã Tân An", Some(q));
        let v = tree.add("v", "Thôn 1", Some(x));
        let u = tree.add("u", "Thôn 1", Some(y));
        let w = tree.add("w", "Thôn 2", Some(x));
        for (place, called) in [
            (p, "Ủy ban nhân dân tỉnh A"),
            (x, "Ủy ban nhân dân xã Tân An, Ủy ban nhân dân tỉnh A"),
            (v, "Thôn 1, Ủy ban nhân dân xã Tân An, Ủy ban nhân dân tỉnh A"),
            (u, "Thôn 1, Ủy ban nhân dân xã Tân An, Ủy ban nhân dân tỉnh B"),
            (w, "Thôn 2"),
        ] {
            assert_eq!(tree.called(place), called);
            assert!(matches!(tree.find(called), Found::One(found) if found == place), "{called}");
        }
        assert!(matches!(tree.find("thon 1, tinh b"), Found::One(found) if found == u));
        assert!(matches!(tree.find("thon 1"), Found::Several));
        assert!(matches!(tree.find("thon 9"), Found::Nobody));
        assert_eq!(tree.below("thôn 1", Some(y)), Some(u));
    }
}
