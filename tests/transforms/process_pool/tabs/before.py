def primes_below(limit):
	return [n for n in range(2, limit) if all(n % d for d in range(2, n))]


def main():
	rows = []
	for limit in range(10, 60, 5):
		primes = primes_below(limit)
		gaps = [b - a for a, b in zip(primes, primes[1:])]
		widest = max(gaps)
		# One line per limit, as the paper has it.
		rows.append((limit, len(primes), widest))
	for row in rows:
		print(*row)


if __name__ == "__main__":
	main()
