#!/usr/bin/env python3
"""Writes widths.rs: advance widths of the Noto faces the map is set in, in 1/1000 em.

Usage: pip install fonttools && python3 widths.py /usr/share/fonts/truetype/noto > widths.rs
"""
import sys
from fontTools.ttLib import TTFont

FACES = [
    ("SANS", "NotoSans-Regular"),
    ("SANS_BOLD", "NotoSans-Bold"),
    ("SANS_ITALIC", "NotoSans-Italic"),
    ("SERIF", "NotoSerif-Regular"),
    ("SERIF_BOLD", "NotoSerif-Bold"),
]
FIRST, LAST = 0x20, 0x17F
SIGNS = "–—‘’“”•…€≠"


def width(font, code):
    glyph = font.getBestCmap().get(code)
    if glyph is None:
        return 600
    return round(font["hmtx"][glyph][0] * 1000 / font["head"].unitsPerEm)


def main(folder):
    print("//! Advance widths in 1/1000 em, written by `widths.py` from the Noto fonts (SIL Open Font License).\n")
    print("/// First letter of the tables.")
    print(f"pub const FIRST: u32 = {FIRST:#x};")
    print("/// Last letter of the tables.")
    print(f"pub const LAST: u32 = {LAST:#x};")
    print("/// Signs outside the tables, in the order of the last places of each table.")
    print(f'pub const SIGNS: &str = "{SIGNS}";')
    for name, file in FACES:
        font = TTFont(f"{folder}/{file}.ttf")
        row = [width(font, c) for c in range(FIRST, LAST + 1)] + [width(font, ord(c)) for c in SIGNS]
        print(f"/// {file}.")
        print("#[rustfmt::skip]")
        print(f"pub const {name}: [u16; {len(row)}] = [")
        for i in range(0, len(row), 24):
            print("    " + " ".join(f"{w}," for w in row[i : i + 24]))
        print("];")


main(sys.argv[1])
