def count(texts):
    counts = {}
    rare = {}
    shortest = {}
    for text in texts:
        number = len(text)
        for _ in range(300):
            number = (number * 1103515245 + 12345) % 2147483648
            key = number % 19, text[0]
            if key in counts:
                counts[key] += 1
            else:
                counts[key] = 1
            if number % 7 == 0:
                if key not in rare:
                    rare[key] = 0
                rare[key] += number
            shortest.setdefault(key, 0)
            shortest[key] -= 2
    return counts, rare, shortest


print(count(["one", "and another", "three"]))
