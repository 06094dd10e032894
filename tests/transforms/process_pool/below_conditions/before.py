from collections import Counter


def count_words(path):
    words = [path[k % len(path)] * (k % 3 + 1) for k in range(300)]
    return Counter(words)


def main():
    folders = {f"part{n}": [f"a{n}.txt", f"b{n}.md", f"c{n}.txt"] for n in range(9)}
    totals = Counter()
    files = 0
    others = []
    for folder, names in folders.items():
        for name in names:
            if name.endswith(".txt"):
                path = f"{folder}/{name}"
                totals.update(count_words(path))
                files += 1
            else:
                others.append(name)
    print(sorted(totals.items()), files, others)


if __name__ == "__main__":
    main()
