import engine

engine.FACTOR = 9
values = [engine.scale(n) for n in range(40)]
print(values)
