//! How many pixels a picture has, from its first bytes.

/// Width and height; nothing where the kind is not known.
pub(super) fn size(picture: &[u8]) -> Option<(u64, u64)> {
    let at = |from: usize, count: usize| picture.get(from..from + count);
    let big = |bytes: &[u8]| bytes.iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    let little = |bytes: &[u8]| bytes.iter().rev().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    if picture.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some((big(at(16, 4)?), big(at(20, 4)?)));
    }
    if picture.starts_with(b"GIF8") {
        return Some((little(at(6, 2)?), little(at(8, 2)?)));
    }
    if picture.starts_with(b"BM") {
        // a height below zero is drawn from above
        let height = u32::from_le_bytes(at(22, 4)?.try_into().ok()?).cast_signed().unsigned_abs();
        return Some((little(at(18, 4)?), u64::from(height)));
    }
    if picture.starts_with(b"\xff\xd8") { jpeg(picture) } else { None }
}

fn jpeg(picture: &[u8]) -> Option<(u64, u64)> {
    let pair = |at: usize| Some(u64::from(*picture.get(at)?) << 8 | u64::from(*picture.get(at + 1)?));
    let mut at = 2;
    loop {
        if *picture.get(at)? != 0xff {
            return None;
        }
        match *picture.get(at + 1)? {
            0xff => at += 1,
            // the frame: precision, height, width
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return Some((pair(at + 7)?, pair(at + 5)?)),
            0x01 | 0xd0..=0xd8 => at += 2,
            _ => at += 2 + usize::try_from(pair(at + 2)?).ok()?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn template_pictures_tell_their_size_in_their_first_bytes() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend([0, 0, 0x27, 0x10, 0, 0, 0x17, 0x70]);
        assert_eq!(size(&png), Some((10_000, 6_000)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\x17\x70\x27\x10";
        assert_eq!(size(jpeg), Some((10_000, 6_000)));
        assert_eq!(size(b"GIF89a\x10\x00\x20\x00"), Some((16, 32)));
        for cut in 0..png.len() {
            let _ = (size(&png[..cut]), size(&jpeg[..cut.min(jpeg.len())]));
        }
    }
}
