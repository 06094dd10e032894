def main():
    words = ["stone", "notes", "onset", "tones", "seton", "steno", "other"]
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    keys = {}
    for word in words:
        counts = [word.count(letter) for letter in alphabet]
        key = "".join(map(str, counts))
        keys[word] = key
    print(len(set(keys.values())), keys["other"])


if __name__ == "__main__":
    main()
