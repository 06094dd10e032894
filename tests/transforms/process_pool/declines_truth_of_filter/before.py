class Answer:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value % 3 == 0


def answer(number):
    total = 0
    for k in range(2000):
        total += number * k % 7
    return Answer(total)


print(list(filter(answer, range(40))))
