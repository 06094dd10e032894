def follow(start, links, steps):
    at = start
    for _ in range(steps):
        at = links[at]
    return at


def main():
    links = [(n * 7_919 + 13) % 30_011 for n in range(30_011)]
    ends = []
    for start in range(0, 600, 10):
        ends.append(follow(start, links, 200))
    print(ends)


if __name__ == "__main__":
    main()
