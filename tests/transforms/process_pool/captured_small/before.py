def polynomial(x, degree, modulus):
    value = 0
    for k in range(degree):
        value = (value * x + k) % modulus
    return value


def main():
    degree = 40
    modulus = 10_007
    values = []
    for x in range(100):
        values.append(polynomial(x, degree, modulus))
    print(values[-6:], sum(values))


if __name__ == "__main__":
    main()
