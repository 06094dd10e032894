def signature(word):
    counts = {}
    for letter in word * 10:
        counts[letter] = counts.get(letter, 0) + 1
    return tuple(sorted(counts.items()))


def main():
    words = "listen silent enlist google elgoog inlets banana".split()
    groups = {}
    for word in words:
        groups.setdefault(signature(word), []).append(word)
    print([group for group in groups.values() if len(group) > 1])


if __name__ == "__main__":
    main()
