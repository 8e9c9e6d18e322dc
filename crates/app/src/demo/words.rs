//! The words of the demo.

crate::face::wording::words! {
    author: "Dữ liệu minh họa", "Demo data";
    person: "{role} (minh họa)", "{role} (illustrative)";
    loaded: "{issuer}: {n} chỉ tiêu, {b} căn cứ, {f} số liệu minh họa, đã phát động",
        "{issuer}: {n} targets, {b} bases, {f} illustrative figures, launched";
    log_figures: "{n} số liệu", "{n} figures";
    corrected: "sửa tên riêng máy đọc chưa đúng", "misread names corrected";
    stayed_draft: "còn lỗi, giữ ở bước dự thảo", "errors stand, kept as a draft";
    sample_source: "Số liệu minh họa", "Illustrative figure";
}
