ASKED = []


class Answer:
    def __init__(self, n):
        self.n = n

    def __bool__(self):
        ASKED.append(self.n)
        return self.n % 41 == 0


def answer(n):
    return Answer(sum(k * n % 13 for k in range(50)) + len(ASKED))


def main():
    print(any(answer(n) for n in range(1, 90)), ASKED)


if __name__ == "__main__":
    main()
