//! How sure an entry of the law is, and what is wrong with the data, in words.

crate::face::wording::words! {
    unverified: "cần người xác nhận", "a person has to confirm";
    secondary: "theo nguồn thứ cấp, cần đối chiếu", "from a secondary source, to be compared";
    nothing: "Chưa đọc được bộ quy định về thi đua, khen thưởng.", "The rules of the law could not be read.";
    applies: "{name}; văn bản có hiệu lực ngày {day}: {numbers}", "{name}; in force on {day}: {numbers}";
    label: "Quy định áp dụng", "Law that applies";
    p_syntax: "tệp viết sai: {key}", "badly written: {key}";
    p_no_regime: "không có thời kỳ pháp luật nào", "there is no regime";
    p_key_twice: "thời kỳ {key} đứng hai lần", "regime {key} stands twice";
    p_days: "{key}: ngày cuối đứng trước ngày đầu", "{key}: the last day is before the first";
    p_gap: "giữa thời kỳ {key} và {other} có ngày không thuộc thời kỳ nào", "between {key} and {other} are days of no regime";
    p_overlap: "thời kỳ {key} và {other} cùng có hiệu lực trong một ngày", "{key} and {other} hold on one day";
    p_newest_ends: "thời kỳ mới nhất {key} có ngày cuối, ngày sau đó không có luật", "the newest regime {key} ends";
    p_not_ended: "thời kỳ {key} không phải mới nhất mà không có ngày cuối", "regime {key} is not the newest and has no last day";
    p_no_instrument: "thời kỳ {key} không có văn bản nào có hiệu lực từ ngày đầu", "regime {key} has no instrument on its first day";
    p_title_twice: "thời kỳ {key}: danh hiệu {other} đứng hai lần", "regime {key}: title {other} stands twice";
    p_incomplete: "thời kỳ {key}: danh hiệu {other} thiếu tên, nguồn, hoặc cách viết chưa bỏ dấu", "regime {key}: title {other} is incomplete";
    p_no_article: "thời kỳ {key}: danh hiệu {other} ghi V mà không dẫn điều nào", "regime {key}: title {other} is marked V without an article";
    p_unknown_instrument: "thời kỳ {key}: danh hiệu {other} dẫn văn bản không có trong thời kỳ", "regime {key}: title {other} cites an instrument that the regime lacks";
    p_unknown_share: "thời kỳ {key}: danh hiệu {other} tính tỷ lệ trên mã không có", "regime {key}: the share of {other} is of an unknown code";
    p_unknown_regime: "danh hiệu {other} nói về thời kỳ {key} không có", "title {other} speaks of regime {key}, which is not there";
    p_mark: "{key}: dấu “{other}” không phải V, S, U", "{key}: the mark “{other}” is not V, S, U";
    p_day: "{key}: “{other}” không phải ngày năm-tháng-ngày", "{key}: “{other}” is no day";
}
