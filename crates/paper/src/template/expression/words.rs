//! Words that people may type in tags, Vietnamese beside English.

/// What a flag is printed as.
pub(super) const YES: &str = "có";
/// See [`YES`].
pub(super) const NO: &str = "không";

/// Ways of writing: every name, and what it stands for.
pub(super) const FILTERS: [(&str, &str); 32] = [
    ("upper", "upper"),
    ("hoa", "upper"),
    ("lower", "lower"),
    ("thuong", "lower"),
    ("title", "title"),
    ("hoa_tung_tu", "title"),
    ("capitalize", "capitalize"),
    ("hoa_dau", "capitalize"),
    ("trim", "trim"),
    ("ngay", "ngay"),
    ("ngay_chu", "ngay_chu"),
    ("so", "so"),
    ("doc_so", "doc_so"),
    ("bang_chu", "bang_chu"),
    ("default", "default"),
    ("mac_dinh", "default"),
    ("d", "default"),
    ("length", "length"),
    ("count", "length"),
    ("so_luong", "length"),
    ("join", "join"),
    ("noi", "join"),
    ("first", "first"),
    ("last", "last"),
    ("dau", "first"),
    ("cuoi", "last"),
    ("replace", "replace"),
    ("thay", "replace"),
    // text is always escaped: these change nothing
    ("e", "same"),
    ("escape", "same"),
    ("string", "same"),
    ("int", "same"),
];
