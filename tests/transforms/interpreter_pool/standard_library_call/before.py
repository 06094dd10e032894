from math import factorial

digits = [factorial(n) for n in range(60)]
print(sum(digits))
