"""The teachers' journals of Moscow and of the Moscow region, «Мой паспорт» included."""
