def digits(n):
    return sum(int(d) for d in str(n ** 40))


class Survey:
    def __init__(self, limit):
        self.limit = limit

    def run(self, numbers):
        found = 0
        tried = 0
        i = 0
        # Goes on to count, but looks at no more.
        last = len(numbers)
        total = 0
        while i < last:
            if found >= self.limit:
                total += numbers[i]
            else:
                tried += 1
                if digits(numbers[i]) % 7 + digits(numbers[i] + 1) % 3 == 2:
                    found += 1
            if total > 10_000:
                break
            i += 1
        return found, tried, total


print(Survey(5).run(list(range(100, 180))))
