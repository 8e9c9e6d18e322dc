//! Fields in the structure of a tagged document, so that a screen reader meets them (PDF/UA-1, 7.18.4).

use super::raw;
use super::update::Update;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, ObjRef, ObjectIdentifier};

/// Ties widgets to the structure of the document; answers the key of each. A document without tags, or with tags of a shape
/// that no tool of ours makes, is left without.
pub(super) fn tie(
    update: &mut Update,
    pdf: &Pdf,
    root: &Dict<'_>,
    widgets: &[(i32, ObjectIdentifier)],
) -> Option<Vec<i32>> {
    let at = ObjectIdentifier::from(root.get_ref("StructTreeRoot")?);
    let tree = pdf.xref().get::<Dict<'_>>(at)?;
    let first = tree.get::<i32>("ParentTreeNextKey").filter(|key| (0..i32::MAX / 2).contains(key))?;
    let parents = tree.get::<Dict<'_>>("ParentTree")?;
    let document = document(&tree)?;
    let document_dict = pdf.xref().get::<Dict<'_>>(document)?;
    let kids = kids(&document_dict)?;
    let mut entries = Vec::new();
    let mut forms = Vec::new();
    let mut keys = Vec::new();
    for (key, (widget, page)) in (first..).zip(widgets) {
        let form = update.number();
        let page = written(*page);
        let element = format!(
            "<</Type/StructElem/S/Form/P {}/Pg {page}/K[<</Type/OBJR/Pg {page}/Obj {widget} 0 R>>]>>",
            written(document)
        );
        update.write(ObjectIdentifier::new(form, 0), element.into_bytes());
        entries.push(format!("{key} {form} 0 R"));
        forms.push(format!("{form} 0 R"));
        keys.push(key);
    }
    let next = first + i32::try_from(widgets.len()).ok()?;
    let parents = parent_tree(update, &parents, &entries.join(" "), first, next - 1)?;
    let tree_dict =
        raw::with(tree.data(), &[("ParentTree", parents), ("ParentTreeNextKey", next.to_string().into_bytes())])?;
    let kids = [b"[", kids.as_slice(), b"\n", forms.join(" ").as_bytes(), b"]"].concat();
    let document_dict = raw::with(document_dict.data(), &[("K", kids)])?;
    update.write(at, tree_dict);
    update.write(document, document_dict);
    Some(keys)
}

/// A reference, as it is written.
pub(super) fn written(at: ObjectIdentifier) -> String {
    format!("{} {} R", at.obj_number, at.gen_number)
}

/// The element that holds the document: the only one below the root, or the first.
fn document(tree: &Dict<'_>) -> Option<ObjectIdentifier> {
    let first: Option<ObjRef> = match tree.get::<Array<'_>>("K") {
        Some(kids) => kids.raw_iter().next().and_then(|kid| kid.as_obj_ref()),
        None => tree.get_ref("K"),
    };
    first.map(ObjectIdentifier::from)
}

/// What stands below an element, as it is written.
fn kids(element: &Dict<'_>) -> Option<Vec<u8>> {
    match element.get::<Array<'_>>("K") {
        Some(array) => Some(array.data().to_vec()),
        None => Some(raw::value(element.data(), "K").unwrap_or_default().to_vec()),
    }
}

/// The tree from keys to elements with new entries behind all others.
fn parent_tree(update: &mut Update, tree: &Dict<'_>, entries: &str, first: i32, last: i32) -> Option<Vec<u8>> {
    if let Some(numbers) = tree.get::<Array<'_>>("Nums") {
        let numbers = [b"[", numbers.data(), b"\n", entries.as_bytes(), b"]"].concat();
        return raw::with(tree.data(), &[("Nums", numbers)]);
    }
    let kids = tree.get::<Array<'_>>("Kids")?;
    let leaf = update.number();
    let content = format!("<</Limits[{first} {last}]/Nums[{entries}]>>");
    update.write(ObjectIdentifier::new(leaf, 0), content.into_bytes());
    let kids = [b"[", kids.data(), format!("\n{leaf} 0 R]").as_bytes()].concat();
    raw::with(tree.data(), &[("Kids", kids)])
}
