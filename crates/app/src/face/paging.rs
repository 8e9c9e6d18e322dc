//! Long lists in pages of bounded size.

/// Which rows of a list are on this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paging {
    pub(crate) page: usize,
    pub(crate) pages: usize,
    /// Rows of all pages.
    pub(crate) total: usize,
}

impl Paging {
    /// The rows of a page. A page that is not there becomes the nearest that is.
    pub(crate) fn of<T>(rows: Vec<T>, asked: Option<usize>, size: usize) -> (Vec<T>, Paging) {
        let total = rows.len();
        let pages = total.div_ceil(size.max(1)).max(1);
        let page = asked.unwrap_or(1).clamp(1, pages);
        (rows.into_iter().skip((page - 1) * size).take(size).collect(), Paging { page, pages, total })
    }
}

/// A text as part of the query of an address.
pub(crate) fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_on_one_page_and_a_page_too_far_is_the_last() {
        let rows: Vec<usize> = (0..250).collect();
        let mut seen = Vec::new();
        for page in 1..=3 {
            seen.extend(Paging::of(rows.clone(), Some(page), 100).0);
        }
        assert_eq!(seen, rows);
        assert_eq!(Paging::of(rows.clone(), Some(9), 100).1, Paging { page: 3, pages: 3, total: 250 });
        assert_eq!(Paging::of(rows, Some(0), 100).1.page, 1);
        assert_eq!(Paging::of(Vec::<usize>::new(), None, 100).1, Paging { page: 1, pages: 1, total: 0 });
    }
}
