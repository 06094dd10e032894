def add_all(bag, n):
    for k in range(20):
        bag.add(n * k % 31)
    return len(bag)


def main():
    bag = set()
    sizes = []
    for n in range(20):
        sizes.append(add_all(bag, n))
    print(sizes)


if __name__ == "__main__":
    main()
