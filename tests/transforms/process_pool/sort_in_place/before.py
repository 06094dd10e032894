def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


class Series:
    def __init__(self, numbers):
        self.numbers = numbers

    def arrange(self):
        self.numbers.sort(key=steps)


series = Series([n * 7 for n in range(1, 300)])
series.arrange()
print(series.numbers)
