def steps_to_one(start, most):
    steps = 0
    while start != 1:
        start = start // 2 if start % 2 == 0 else 3 * start + 1
        steps += 1
        if steps > most:
            raise ValueError(steps)
    return steps


def main():
    found = []
    for number in range(1, 60):
        most = 90 + number % 20
        try:
            steps = steps_to_one(number, most)
            found.append(steps)
        except ValueError:
            print(number, "takes more than", most)
    print(found)


if __name__ == "__main__":
    main()
