def render(value, *, width, fill="."):
    text = str(value)
    for _ in range(20):
        text = text[1:] + text[:1]
    return text.rjust(width, fill)


def main():
    width = 12
    lines = []
    for value in range(1_000, 1_040):
        lines.append(render(value * value, width=width, fill="_"))
    print("\n".join(lines))


if __name__ == "__main__":
    main()
