class Money(float):
    def __mul__(self, other):
        print("times", other)
        return float(self) * other


def doubled(xs):
    out = []
    for x in xs:
        out.append(x * 2.0)
    return out


print(doubled([Money(2.5), 1.5]))
