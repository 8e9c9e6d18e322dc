//! How many bytes an address takes.

use super::Route;
use crate::face::guard::Guard::Public;
use crate::{figures, lists, plans};

/// Where forms of commendation bring files.
const FILED: [&str; 5] = ["/nominations/", "/decisions", "/complaints", "/initiatives", "/submissions"];

/// Bytes that an address takes. Strangers send little, forms of text some, uploads as much as their page says.
pub(super) fn limit(route: &Route) -> usize {
    match (route.guard, route.path) {
        (Public, _) => 16 * 1024,
        (_, "/plans" | "/movements/{id}/results") => plans::listing::UPLOAD_LIMIT,
        (
            _,
            "/targets/{id}/figures"
            | "/covenants/{id}/sign"
            | "/covenants/{id}/signatures"
            | "/regulations"
            | "/regulations/{id}/versions"
            | "/training"
            | "/training/{id}"
            | "/councils/{id}/decisions"
            | "/arrangements/{id}/decide"
            | "/movements/{id}/known"
            | "/movements/{id}/campaigns"
            | "/inspections/{id}/visits/{visit}/answers"
            | "/inspections/{id}/visits/{visit}/values"
            | "/reports/{id}/lines/{target}",
        ) => figures::evidence::UPLOAD_LIMIT,
        (_, "/templates") => crate::word_templates::UPLOAD_LIMIT,
        (_, "/reports/{id}/workbook") => crate::reporting::entry::UPLOAD_LIMIT,
        (
            _,
            "/people/list"
            | "/units/list"
            | "/honours/list"
            | "/movements/{id}/registrations/list"
            | "/award-rounds/{id}/list",
        ) => lists::UPLOAD_LIMIT,
        // dossiers, decisions, complaints, initiatives bring scans with them
        (_, path) if FILED.iter().any(|start| path.starts_with(start)) => figures::evidence::UPLOAD_LIMIT,
        _ => 1024 * 1024,
    }
}
