def word_value(word):
    value = 0
    for letter in word * 20:
        value = (value * 31 + ord(letter)) % 65_521
    return value


def main():
    words = "alpha beta gamma delta epsilon zeta eta theta".split()
    values = {word: word_value(word) for word in words}
    print(values)


if __name__ == "__main__":
    main()
