package fr.perisco.exchange.pdf;

/** The few colours of our paper; texts keep a contrast above 4.5 to 1, also on the panel. */
enum Ink {
    TEXT(0x1B, 0x1F, 0x24),
    MUTED(0x55, 0x5E, 0x69),
    ACCENT(0x1F, 0x3A, 0x5F),
    RULE(0x8A, 0x96, 0xA6),
    HAIRLINE(0xD3, 0xD9, 0xE0),
    PANEL(0xF2, 0xF4, 0xF7),
    PAPER(0xFF, 0xFF, 0xFF);

    final int red;
    final int green;
    final int blue;

    Ink(int red, int green, int blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }
}
