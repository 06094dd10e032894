def main():
    totals = []
    for n in range(1, 60):
        total = 0
        for k in range(1, 60):
            total += n // k
        totals.append(total)
    print(totals)


if __name__ == "__main__":
    main()
