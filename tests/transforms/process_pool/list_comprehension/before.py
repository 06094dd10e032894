def escape(cx, cy, limit=200):
    z = 0j
    for step in range(limit):
        z = z * z + complex(cx, cy)
        if abs(z) > 2:
            return step
    return limit


def draw(row):
    return "".join("#" if escape(x / 12 - 2, row / 6 - 1) > 50 else "." for x in range(36))


if __name__ == "__main__":
    picture = [draw(row) for row in range(13)]
    print("\n".join(picture))
