import pandas as pd

articles = pd.DataFrame({"number": [1000 + k for k in range(40)], "price": [k / 7 for k in range(40)], "name": [f"a{k}" for k in range(40)]})
wanted = [1000 + 7 * k % 40 for k in range(100)]
prices = []
for number in wanted:
    price = articles[articles["number"] == number]["price"].iloc[0]
    name = articles.loc[articles["number"] == number, "name"].values[0]
    prices.append((name, price * 2))
print(prices)
totals = [articles["price"][articles["number"] == number].sum() for number in wanted]
print(totals)
