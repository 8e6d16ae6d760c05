module.exports = async () => ({ title: "Computed" });
