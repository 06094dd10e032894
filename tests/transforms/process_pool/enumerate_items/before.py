def score(name):
    return sum(ord(c) - 96 for c in name * 5)


def main():
    names = ["mary", "patricia", "linda", "barbara", "elizabeth", "jennifer"]
    scores = []
    for position, name in enumerate(sorted(names), 1):
        scores.append(position * score(name))
    print(scores)


if __name__ == "__main__":
    main()
