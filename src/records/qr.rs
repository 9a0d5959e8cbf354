//! A text as a QR code (ISO/IEC 18004), for posters and slides.
//!
//! Error correction M: a seventh of it may be hidden or dirty.

use miniz_oxide::deflate::compress_to_vec_zlib;
use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around the code, by which a camera finds it.
const QUIET: usize = 4;
/// Pixels of a module in a picture: sharp on paper at two inches.
const PIXELS: usize = 8;

/// A code, `size` modules wide with the quiet zone around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    pub size: usize,
    /// Row by row, true where it is dark.
    dark: Vec<bool>,
}

impl Qr {
    /// The code of a text. None where no code holds so much.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let size = code.size() as usize + 2 * QUIET;
        // Outside of the code, every module is light.
        let at = |place: usize| place as i32 - QUIET as i32;
        let dark = (0..size * size).map(|index| code.get_module(at(index % size), at(index / size)));
        Some(Self { size, dark: dark.collect() })
    }

    /// Whether a module is dark.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.size && self.dark.get(y * self.size + x).copied().unwrap_or(false)
    }

    /// The dark modules as the path of an SVG whose view box is `size` by `size`.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.size {
            let mut x = 0;
            while x < self.size {
                let run = (x..self.size).take_while(|x| self.is_dark(*x, y)).count();
                if run > 0 {
                    path.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
                }
                x += run.max(1);
            }
        }
        path
    }

    /// The code as a picture (PNG), black on white.
    pub fn png(&self) -> Vec<u8> {
        let width = self.size * PIXELS;
        let mut pixels = Vec::with_capacity((width / 8 + 1) * width);
        for y in 0..self.size {
            // A module is one byte wide, a bit a pixel: white is 1. No filter stands before a row.
            let row: Vec<u8> = (0..self.size).map(|x| if self.is_dark(x, y) { 0 } else { 0xff }).collect();
            for _ in 0..PIXELS {
                pixels.push(0);
                pixels.extend(&row);
            }
        }
        let side = (width as u32).to_be_bytes();
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        chunk(&mut png, b"IHDR", &[&side[..], &side, &[1, 0, 0, 0, 0]].concat());
        chunk(&mut png, b"IDAT", &compress_to_vec_zlib(&pixels, 9));
        chunk(&mut png, b"IEND", &[]);
        png
    }
}

/// Adds a chunk of a PNG file.
fn chunk(png: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    png.extend((data.len() as u32).to_be_bytes());
    let checked = [name, data].concat();
    png.extend(&checked);
    png.extend(checksum(&checked).to_be_bytes());
}

/// CRC-32 as PNG has it (W3C, "PNG Specification", annex D).
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum: u32, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "https://training.example.com/workshop/assigned.html#a=gePJNs5IsSgzLS80KihBDwkOrPZj8RIWm9EDCt2\
                        xaD5HdShK4CO7msNV19DAxMjYWNoxLy8VmJgyUxX8gZkqoxSUs_wO7zq8MbWK4dERJsZDR5kYQ3nkHIuzFbzyFTLTFBLz\
                        KktACVQBmMtLgXkLmKf1AHaSw601QLuAPAILOu5mzYiHEjI06gxucUPArdc_9DHtP8TM_nRYcOLA2Z9x8w_wZWyN7dQcw";

    fn decoded(qr: &Qr) -> String {
        // Several pixels a module, as a camera sees it.
        let side = qr.size * 4;
        let mut picture =
            rqrr::PreparedImage::prepare_from_bitmap(side, side, |x, y| qr.is_dark(x / 4, y / 4));
        let grids = picture.detect_grids();
        let [grid] = &grids[..] else { panic!("one code, not {}", grids.len()) };
        grid.decode().expect("it can be read").1
    }

    #[test]
    fn a_code_is_read_again() {
        for text in ["A", "Ünïcode 🎉", LINK] {
            assert_eq!(decoded(&Qr::of(text).expect("a code")), text);
        }
    }

    #[test]
    fn a_text_that_is_too_long_has_no_code() {
        assert_eq!(Qr::of(&"a".repeat(3000)), None);
    }

    #[test]
    fn the_path_draws_every_dark_module_once() {
        let qr = Qr::of("path").expect("a code");
        let runs = qr.path();
        let lengths =
            runs.split('h').skip(1).filter_map(|rest| rest.split('v').next()?.parse::<usize>().ok());
        let dark =
            (0..qr.size * qr.size).filter(|index| qr.is_dark(index % qr.size, index / qr.size)).count();
        assert_eq!(lengths.sum::<usize>(), dark);
        assert!(runs.starts_with("M4 4h7v1h-7z"), "{runs}");
    }

    #[test]
    fn the_picture_is_a_png() {
        let png = Qr::of("png").expect("a code").png();
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\xe8\0\0\0\xe8\x01\0"));
        // W3C, "PNG Specification": the end of every file.
        assert!(png.ends_with(b"\0\0\0\0IEND\xae\x42\x60\x82"));
    }
}
