"""Nothing comes in; payloads that are no markup go out: directions, invisible letters, controls, broken bytes, size."""

from __future__ import annotations

TURNING = (
    "\u202ehacked\u202c",
    "\u202edekcah",
    "\u202dhacked",
    "\u202ahacked \u202bhacked",
    "\u2066hacked",
    "\u2067hacked\u2068",
    "\u2069\u2069hacked\u202c\u202c",
    "\u200fhacked\u200e",
    "\u061chacked",
    "\u202e>)1(dekcah=rorreno x=crs gmi<",
    "invoice\u202efdp.exe hacked",
    "\u05e2\u05d1\u05e8\u05d9\u05ea hacked \u0627\u0644\u0639\u0631 12 \u0641\u064a",
    "/* \u202e } \u2066if (hacked)\u2069 \u2066 begin */",
    "\u2067\u202e" * 60 + "hacked",
)
"""Characters that turn the direction of writing, and do not turn it back."""

INVISIBLE = (
    "ha\u200bck\u200ced\u200d",
    "\ufeffhacked\ufeff",
    "\u2060hacked\u2061\u2062\u2063\u2064",
    "hac\u00adked",
    "\u034fhacked\u17b4\u17b5",
    "\u115f\u1160hacked\u3164\uffa0",
    "\u180ehacked\u2800",
    "".join(chr(0xE0000 + ord(letter)) for letter in "<script>hacked(1)</script>") + "hacked",
    "\U000e0001hacked\U000e007f",
    "hacked\ufe0f\ufe00\U000e0100\U000e01ef",
    "\u2028hacked\u2029",
    "\x85hacked\x85",
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000hacked",
    "<\u200bscript>hacked(1)<\u200b/script>",
    "<scr\u00adipt>hacked(1)</scr\u00adipt>",
    "<scr\x01ipt>hacked(1)</scr\x01ipt>",
    "<img src=x on\u200berror=hacked(1)>",
    "\uff1cscript\uff1ehacked(1)\uff1c/script\uff1e",
    "\ufe64script\ufe65hacked(1)\ufe64/script\ufe65",
    "\u2039script\u203ahacked(1)\u2039/script\u203a",
    "\u226ascript\u226bhacked(1)",
    "<\u0338script>hacked(1)</\u0338script>",
    "<\u017fcript>hacked(1)</\u017fcript>",
    "<\u212amg src=x onerror=hacked(1)>",
    "<\u0131mg src=x onerror=hacked(1)>",
    "h\u0430cked p\u0430yp\u0430l",
)
"""What cannot be seen, looks like something else, or becomes it when somebody normalises it."""

CONTROLS = (
    "\x01\x02\x03hacked",
    "\x07\x08\x0bhacked\x0c",
    "hacked\x7f\x80\x9f",
    "\x9b31mhacked",
    "\x1a\x1c\x1d\x1e\x1fhacked",
    "<img src=x onerror\x0b=hacked(1)>",
    "<img\x0csrc=x\x0conerror=hacked(1)>",
    "<img/src=x/onerror=hacked(1)>",
    "hacked\x0d<script>hacked(1)</script>",
    "hacked\x00<script>hacked(1)</script>",
    "<scr\x00ipt>hacked(1)</scr\x00ipt>",
    "\x1b[31mhacked\x1b[0m",
    "\x1b]0;hacked\x07",
    "\x1b]8;;https://evil.example/\x1b\\hacked\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[Hhacked",
    "\x1bc\x0e\x0fhacked",
)
"""Control characters; with some of them a text is refused as a whole."""

SIZES = (
    "hacked" * 2000,
    "<b>" * 1500 + "hacked",
    "<img src=x onerror=hacked(1)>" * 100,
    "h" + "\u0301\u0320\u0489" * 400 + "acked",
    "".join(
        f"{letter}{''.join(chr(0x300 + (place * 7 + step) % 112) for step in range(30))}"
        for place, letter in enumerate("hacked")
    ),
    "\U0001f468\u200d\U0001f469\u200d" * 200 + "hacked",
    "\ufdfd" * 200 + "hacked",
    "\U00012031\U0001242b\ua9c5" * 100 + "hacked",
    "(" * 1500 + "hacked" + ")" * 1500,
    "\u201c" * 500 + "hacked" + "\u201d" * 500,
    '"' * 999 + "hacked",
    "a," * 1500 + "hacked",
    "9" * 3000 + " hacked",
    "1." * 1500 + " hacked",
    "\u0661\u0662\u0663 \u0967\u0968 \uff11\uff12 \U0001d7ce\U0001d7cf hacked",
    "\n" * 300 + "hacked",
    " " * 3000 + "hacked",
    "Hacked " * 400,
    "$" * 500 + "1 hacked",
    "-".join(["Hacked"] * 300),
)
"""What is long, deep or high."""

WORDS = (
    "Hacked" * 45,
    "hacked" * 45,
    "Hacked-" * 40 + "Torn",
    "Hacked " * 45 + "Torn",
    "Ha\u2019ck" * 60 + "ed",
    "H\u00e4cked" * 45,
    "\u0416" * 150 + " hacked",
    "\u0416" + "\u0436" * 150 + " Hacked",
    "\u9f8d" * 100 + " hacked",
    "\ud574\ud0b9" * 70 + " hacked",
    "Ha<b>" * 60 + "cked",
    "H\u0301" * 140 + "acked",
    "HACKED" * 45,
    "Hacked" * 42 + ".",
)
"""Single words, or names of many, that are longer than a file name may be."""

BROKEN = (
    b"\xc0\xbcscript\xc0\xbehacked(1)",
    b"\xe0\x80\xbcscript hacked",
    b"\xf0\x80\x80\xbcscript hacked",
    b"\xed\xa0\x80\xed\xb0\x80 hacked",
    b"\xf5\x90\x80\x80 hacked",
    b"hacked \xc3",
    b"hacked \xe2\x82",
    b"\x80\x81\x82 hacked",
    b"\xfe\xff\x00<\x00s hacked",
    b"\x81<img src=x onerror=hacked(1)>",
    b"\xe4\xbd\xa0\xe5\xa5 <img src=x onerror=hacked(1)>",
    b"\x00\x00\xfe\xff hacked",
)
"""Bytes that are not UTF-8 and, with few exceptions, no text at all: their files are refused."""

OLDER = (
    b"\xff\xfe hacked",
    "caf\u00e9s <script>hacked(1)</script>".encode("cp1252"),
    "\u00c9t\u00e9 \u00ab<img src=x onerror=hacked(1)>\u00bb".encode("cp1252"),
    'Z\u00fcrich " onmouseover="hacked(1)'.encode("cp1252"),
    "\u041c\u0438\u043d\u0438\u0441\u0442\u0440 <svg onload=hacked(1)>".encode("cp1251"),
)
"""Bytes that are not UTF-8 but text in an older encoding: their files are read."""

SHIFTED = (
    b"+ADw-script+AD4-hacked(1)+ADw-/script+AD4-",
    b"\x1b$B<script>\x1b(Bhacked(1)",
    b"~{<script>~} hacked(1)",
)
"""Plain ASCII that another encoding would read as markup."""
