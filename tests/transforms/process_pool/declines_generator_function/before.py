def cube_sum(n):
    return sum(k ** 3 for k in range(n))


def cubes(count):
    for n in range(count):
        yield cube_sum(n)


def main():
    for value in cubes(40):
        print(value)
        if value > 10_000:
            break


if __name__ == "__main__":
    main()
