"""Theme files: what is wrong is named, and everything shipped can be read by everybody."""

from pathlib import Path

import pytest
from textual.color import Color

from reader import paths
from reader.errors import ThemeError
from reader.tui.theme_files import COLOR_KEYS, ENTITY_KEYS, find_theme, load_theme, theme_files

SHIPPED = sorted(paths.themes_dir().glob("*.toml"))
AA, AAA = 4.5, 7.0  # WCAG 2.2, 1.4.3 and 1.4.6
AA_OF_SIGNS = 3.0  # 1.4.11: what is no text, but tells something


def write(folder: Path, text: str, name: str = "mine") -> Path:
    file = folder / f"{name}.toml"
    file.write_text(text, encoding="utf-8")
    return file


def whole(**changes: str) -> str:
    colors = dict.fromkeys(COLOR_KEYS, "#123456") | changes
    lines = ["[colors]", *(f'{k} = "{v}"' for k, v in colors.items())]
    return "\n".join([*lines, "[entities]", *(f'{k} = "#abcdef"' for k in ENTITY_KEYS)])


def luminance(color: Color) -> float:
    parts = [c / 255 for c in color.rgb]
    r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda f: f.stem)
def test_every_kind_can_be_read_on_every_ground(file: Path) -> None:
    theme = load_theme(file)
    if theme.ansi:
        assert all(v.startswith("ansi_") for k, v in theme.variables.items() if not k.endswith("style"))
        return
    least = AAA if "contrast" in theme.name else AA
    words = [theme.variables[v] for v in (*ENTITY_KEYS.values(), "muted", "quote", "link")]
    for ground in (theme.background, theme.surface):
        assert ground is not None
        for color in (*words, theme.foreground, theme.accent, theme.error):
            assert color is not None
            assert contrast(color, ground) >= least, (color, ground)
    for sign in ("quote-bar", "summary-mark"):
        assert contrast(theme.variables[sign], str(theme.background)) >= AA_OF_SIGNS, sign
    for variable in ENTITY_KEYS.values():
        for ground in (theme.variables["cursor"], theme.variables["search-hit"]):
            assert contrast(theme.variables[variable], ground) >= AA, (variable, ground)
    for ground in (theme.variables["cursor"], theme.variables["search-hit"]):
        for color in (theme.variables["quote"], theme.variables["link"], theme.foreground, theme.accent):
            assert color is not None
            assert contrast(color, ground) >= AA, (color, ground)
    for beside in (theme.variables["muted"], str(theme.error)):  # in a pane's row under the cursor
        assert contrast(beside, theme.variables["cursor"]) >= AA, beside


def test_themes_come_in_dark_and_light_and_high_contrast() -> None:
    themes = [load_theme(file) for file in SHIPPED]
    assert sum(t.dark for t in themes) >= 2
    assert sum(not t.dark for t in themes) >= 2
    assert {"contrast-dark", "contrast-light", "terminal", "mono", "sepia"} <= {t.name for t in themes}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (whole().replace("accent", "acccent"), ":6: 'acccent' is not a theme key; did you mean 'accent'?"),
        (whole(text="#12"), ":4: text = '#12': no colour; write '#rrggbb' or a name such as 'ansi_blue'"),
        (whole(text="ansi_bleu"), ":4: text = 'ansi_bleu': no colour; did you mean 'ansi_blue'?"),
        (whole().replace('person = "#abcdef"', "person = 3"), ":16: person = 3: no colour; write '#rrggbb' or a name"),
        ("[colors]\n[colors]", ":2:8: not valid TOML: Cannot declare ('colors',) twice"),
        ("\ndark = 3\n" + whole(), ":2: dark = 3: must be true or false"),
        (whole().split("[entities]", maxsplit=1)[0], ": the table [entities] is missing"),
        ("colors = 3", ":1: colors = 3: must be a table with background, surface"),
        (whole().replace('person = "#abcdef"\n', ""), ":15: [entities] lacks person"),
        ("[colours]", ":1: 'colours' is not a theme key; did you mean 'colors'?"),
        ("a = " + "[" * 9999, ": not valid TOML: nested too deeply"),
    ],
)
def test_a_theme_that_is_off_is_told_with_file_line_and_key(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ThemeError) as caught:
        load_theme(write(tmp_path, text))
    assert str(caught.value).startswith(f"{tmp_path.name}/mine.toml{message}")


def test_own_theme_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "reader" / "themes"
    own.mkdir(parents=True)
    write(own, whole(background="#010203"), name="paper")
    assert find_theme("paper").background == "#010203"
    assert theme_files()["paper"].parent == own


def test_unknown_theme_is_answered_with_the_nearest() -> None:
    with pytest.raises(ThemeError, match="there is no theme 'papper'; did you mean 'paper'"):
        find_theme("papper")


@pytest.mark.parametrize("name", ["../themes/paper", "..\\paper", "/etc/passwd", ""])
def test_a_theme_name_leads_to_no_other_folder(name: str) -> None:
    with pytest.raises(ThemeError):
        find_theme(name)
