"""«Параграф», the pupils' diary of St Petersburg."""
