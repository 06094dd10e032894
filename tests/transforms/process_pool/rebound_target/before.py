LINES = [" one\n", "\n", "# two", "three  ", "four"] * 3


def score(text):
    total = 0
    for ch in text * 200:
        total = (total * 33 + ord(ch)) % 1000003
    return total


def main():
    scores = []
    for line in LINES:
        # blanks at both ends do not count
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        scores.append(score(line))
    print(scores, len(scores))


main()
