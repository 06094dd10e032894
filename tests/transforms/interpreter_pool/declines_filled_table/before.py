import engine

engine.fill(10)
values = [engine.look_up(n) for n in range(40)]
print(values)
