def smooth(values, radius, at):
    low, high = max(0, at - radius), at + radius + 1
    part = values[low:high]
    return sum(part) / len(part)


class Filter:
    def __init__(self, radius):
        self.radius = radius

    def apply(self, values):
        return [smooth(values, self.radius, at) for at in range(len(values))]


if __name__ == "__main__":
    signal = [(n * n) % 31 for n in range(90)]
    print(Filter(4).apply(signal)[:8])
